import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tinyMp4 } from '../testing/fakeComfy.ts';
import { checkVideo } from './checkVideo.ts';

test('a whole mp4 and a WebM are videos', () => {
	expect(checkVideo(tinyMp4)).toBeUndefined();
	expect(checkVideo(Uint8Array.from([0x1a, 0x45, 0xdf, 0xa3, 0]))).toBeUndefined();
});

test('nothing, something else, a cut file and one without index are not', () => {
	expect(checkVideo(new Uint8Array())).toMatch(/empty/);
	expect(checkVideo(new TextEncoder().encode('<html>not a video</html>'))).toMatch(/no mp4/);
	expect(checkVideo(tinyMp4.subarray(0, 12))).toMatch(/index/);
	expect(checkVideo(tinyMp4.subarray(0, 18))).toMatch(/cut short/);
});

test('an animated WebP is one when it is whole and moves', () => {
	const webp = Uint8Array.from([
		...new TextEncoder().encode('RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0'),
		...[2, 0, 0, 0, 7, 0, 0, 7, 0, 0],
	]);
	expect(checkVideo(webp)).toBeUndefined();
	expect(checkVideo(webp.subarray(0, 26))).toMatch(/cut short/);
	expect(checkVideo(webp.with(20, 0))).toMatch(/does not move/);
});

test('no bytes make it throw or hang', () => {
	fc.assert(
		fc.property(fc.uint8Array(), (rest) => {
			checkVideo(rest);
			checkVideo(Uint8Array.from([...tinyMp4, ...rest]));
		}),
	);
});
