import { describe, expect, test } from 'vitest';
import { encodeVideo } from './encodeVideo.ts';
import { openStartImage } from './openStartImage.ts';
import { loadCanvas, loadVideoCodecs } from './optionalPackages.ts';
import { decodePicture, encodePicture, type Pixels } from './pictures.ts';
import { probeVideo } from './probeVideo.ts';
import { renderStartFrame } from './renderStartFrame.ts';
import { uprightPicture } from './uprightPicture.ts';

const [canvas, codecs] = await Promise.all([loadCanvas(), loadVideoCodecs()]);

/** Left half red, right half blue; opaque unless told. */
function halves(width: number, height: number, alpha = 255): Pixels {
	const rgba = new Uint8ClampedArray(width * height * 4);
	for (let i = 0; i < width * height; i++)
		rgba.set(i % width < width / 2 ? [255, 0, 0, alpha] : [0, 0, 255, alpha], 4 * i);
	return { width, height, rgba };
}

async function fileOf(pixels: Pixels, format: 'png' | 'jpeg' = 'png'): Promise<Uint8Array> {
	const encoded = await encodePicture(pixels, format);
	if (!encoded.ok) throw new Error(encoded.error);
	return encoded.value;
}

/** Puts an EXIF block that says "turn clockwise" behind the JPEG's first marker. */
function turned(jpeg: Uint8Array): Uint8Array {
	const tiff = [0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0];
	const block = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff, 0, 0, 0, 0];
	const head = [0xff, 0xe1, 0, block.length + 2, ...block];
	return Uint8Array.from([...jpeg.subarray(0, 2), ...head, ...jpeg.subarray(2)]);
}

describe.skipIf(!canvas.ok)('start images in Node', () => {
	test('are taken with the size they show', async () => {
		const bytes = turned(await fileOf(halves(64, 48), 'jpeg'));
		const opened = await openStartImage(bytes, 'a/b/fox.jpg');
		expect(opened).toMatchObject({
			ok: true,
			value: { width: 48, height: 64, name: 'fox.jpg', mediaType: 'image/jpeg', bytes },
		});
	});

	test('that are none are told apart', async () => {
		const kindOf = async (bytes: Uint8Array): Promise<string> => {
			const opened = await openStartImage(bytes, 'x');
			return opened.ok ? 'ok' : opened.error.kind;
		};
		const png = await fileOf(halves(8, 8));
		expect(await kindOf(new Uint8Array())).toBe('empty');
		expect(await kindOf(new TextEncoder().encode('text'))).toBe('notAPicture');
		expect(await kindOf(png.subarray(0, 50))).toBe('damaged');
		expect(await kindOf(png)).toBe('ok');
	});

	test('become exactly the frame: cropped, resampled, opaque, upright', async () => {
		const bytes = await fileOf(halves(640, 400));
		const rect = { x: 160, y: 0, width: 320, height: 400 };
		const frame = await renderStartFrame(bytes, rect, 32, 48);
		expect([frame.width, frame.height, frame.rgba.length]).toEqual([32, 48, 32 * 48 * 4]);
		expect([...frame.rgba.subarray(0, 4)]).toEqual([255, 0, 0, 255]);
		expect([...frame.rgba.subarray(31 * 4, 32 * 4)]).toEqual([0, 0, 255, 255]);
		const png = await decodePicture(frame.png);
		expect(png.ok && [...png.value.rgba]).toEqual([...frame.rgba]);
		const clear = await fileOf(halves(64, 48, 0));
		const black = await renderStartFrame(clear, { x: 0, y: 0, width: 64, height: 48 }, 16, 16);
		expect([...black.rgba.subarray(0, 4)]).toEqual([0, 0, 0, 255]);
		const up = turned(await fileOf(halves(64, 48), 'jpeg'));
		const frameUp = await renderStartFrame(up, { x: 0, y: 0, width: 48, height: 64 }, 48, 64);
		expect(frameUp.rgba[0]).toBeGreaterThan(200);
		expect(frameUp.rgba[4 * (63 * 48) + 2]).toBeGreaterThan(200);
	});

	test('are turned upright without their EXIF block, others stay as they are', async () => {
		const png = { bytes: await fileOf(halves(8, 8)), mediaType: 'image/png' };
		expect(await uprightPicture(png)).toEqual({ ok: true, value: png });
		const jpeg = turned(await fileOf(halves(64, 48), 'jpeg'));
		const upright = await uprightPicture({ bytes: jpeg, mediaType: 'image/jpeg' });
		if (!upright.ok) throw new Error(upright.error);
		expect(Buffer.from(upright.value.bytes).includes('Exif')).toBe(false);
		const again = await decodePicture(upright.value.bytes);
		expect(again.ok && [again.value.width, again.value.height]).toEqual([48, 64]);
	});
});

describe('facts of a video', () => {
	test.skipIf(!codecs.ok)('come from its index', async () => {
		const frame = (): Uint8ClampedArray => halves(64, 48).rgba;
		const video = await encodeVideo({ width: 64, height: 48, fps: 16, frameCount: 9, frame });
		if (!video.ok) throw new Error(video.error);
		expect(await probeVideo(video.value.bytes)).toEqual({
			ok: true,
			value: { width: 64, height: 48, frameCount: 9, fps: 16, playable: true },
		});
		expect(await probeVideo(video.value.bytes.slice(0, 40))).toMatchObject({ ok: false });
	});

	test('what is no video is told', async () => {
		expect(await probeVideo(new Uint8Array())).toEqual({ ok: false, error: 'The file is empty.' });
		expect(await probeVideo(new TextEncoder().encode('text'))).toMatchObject({ ok: false });
	});
});
