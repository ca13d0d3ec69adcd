import { afterEach, describe, expect, test, vi } from 'vitest';
import { decodeVideo, readVideoTags } from './decodeVideo.ts';
import { encodeVideo } from './encodeVideo.ts';
import { loadCanvas, loadVideoCodecs } from './optionalPackages.ts';
import { decodePicture, encodePicture, type Pixels } from './pictures.ts';

const [canvas, codecs] = await Promise.all([loadCanvas(), loadVideoCodecs()]);

/** Left half red, right half blue. */
function halves(width: number, height: number): Pixels {
	const rgba = new Uint8ClampedArray(width * height * 4);
	for (let i = 0; i < width * height; i++) {
		rgba.set(i % width < width / 2 ? [255, 0, 0, 255] : [0, 0, 255, 255], 4 * i);
	}
	return { width, height, rgba };
}

describe.skipIf(!canvas.ok)('pictures', () => {
	test('a PNG gives its pixels back', async () => {
		const png = await encodePicture(halves(8, 4), 'png');
		expect(png.ok && (await decodePicture(png.value))).toEqual({ ok: true, value: halves(8, 4) });
	});

	test('the EXIF orientation of a JPEG is applied', async () => {
		const jpeg = await encodePicture(halves(64, 48), 'jpeg');
		const turned = jpeg.ok ? withOrientation(jpeg.value, 6) : new Uint8Array();
		const picture = await decodePicture(turned);
		if (!picture.ok) throw new Error(picture.error);
		const { width, height, rgba } = picture.value;
		expect([width, height]).toEqual([48, 64]);
		// Turned clockwise, the left half is on top.
		expect(rgba[4 * (4 * width + 24)]).toBeGreaterThan(200);
		expect(rgba[4 * (60 * width + 24) + 2]).toBeGreaterThan(200);
	});

	test('what is no picture is told', async () => {
		expect(await decodePicture(new TextEncoder().encode('text'))).toMatchObject({ ok: false });
	});
});

describe.skipIf(!codecs.ok)('videos', () => {
	const frame = (index: number): Uint8ClampedArray =>
		new Uint8ClampedArray(64 * 48 * 4).map((_, i) => (i % 4 === 3 ? 255 : index * 20));
	const video = { width: 64, height: 48, fps: 16, frameCount: 9, frame };

	test('come back with every frame, in order, and their tags', async () => {
		const encoded = await encodeVideo({ ...video, tags: { prompt: '{"a":"ü"}' } });
		if (!encoded.ok) throw new Error(encoded.error);
		expect(encoded.value).toMatchObject({ mediaType: 'video/mp4', frameCount: 9, fps: 16 });
		const levels: number[] = [];
		for await (const decoded of decodeVideo(encoded.value.bytes)) {
			expect([decoded.width, decoded.height, decoded.index]).toEqual([64, 48, levels.length]);
			expect(decoded.timestamp).toBeCloseTo(levels.length / 16, 4);
			levels.push(decoded.rgba[0] ?? 0);
		}
		expect(levels).toHaveLength(9);
		for (const [index, level] of levels.entries()) {
			expect(Math.abs(level - index * 20)).toBeLessThan(12);
		}
		expect(await readVideoTags(encoded.value.bytes)).toMatchObject({ prompt: '{"a":"ü"}' });
	});

	test('of an odd size are refused, and an aborted one is told', async () => {
		expect(await encodeVideo({ ...video, width: 63 })).toMatchObject({ ok: false });
		const signal = AbortSignal.abort();
		expect(await encodeVideo({ ...video, signal })).toEqual({
			ok: false,
			error: 'Encoding was stopped.',
		});
	});
});

describe('without the optional packages', () => {
	afterEach(() => {
		vi.doUnmock('@napi-rs/canvas');
		vi.doUnmock('@mediabunny/server');
		vi.resetModules();
	});

	test('a plain sentence names the one that is missing', async () => {
		vi.resetModules();
		for (const name of ['@napi-rs/canvas', '@mediabunny/server']) {
			vi.doMock(name, () => {
				throw new Error('Cannot find package');
			});
		}
		const absent = await import('./optionalPackages.ts');
		expect(await absent.loadCanvas()).toEqual({
			ok: false,
			error:
				'Reading and writing pictures needs the optional package @napi-rs/canvas, which is not installed here (npm install @napi-rs/canvas).',
		});
		expect(await absent.loadVideoCodecs()).toMatchObject({
			ok: false,
			error: expect.stringContaining('@mediabunny/server'),
		});
	});
});

/** Puts an EXIF block with an orientation behind the JPEG's first marker. */
function withOrientation(jpeg: Uint8Array, orientation: number): Uint8Array {
	const tiff = [
		0x49,
		0x49,
		0x2a,
		0,
		8,
		0,
		0,
		0,
		1,
		0,
		0x12,
		1,
		3,
		0,
		1,
		0,
		0,
		0,
		orientation,
		0,
		0,
		0,
	];
	const block = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff, 0, 0, 0, 0];
	const length = block.length + 2;
	return Uint8Array.from([
		...jpeg.subarray(0, 2),
		...[0xff, 0xe1, length >> 8, length & 255],
		...block,
		...jpeg.subarray(2),
	]);
}
