import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { trackPoints } from '#metrics/pointTracking/trackPoints.ts';
import { encodeVideo, type FramePicture } from './encodeVideo.ts';
import { framesToZip } from './framesZip.ts';
import { probeVideo } from './probeVideo.ts';
import { colourAt } from './testing/paintedPictures.ts';
import { decodeFrames, videoLuma } from './videoFrames.ts';

const spec = { width: 96, height: 64, fps: 16, frameCount: 81 };

/** A grey ground and a light square, 2 px further right in every frame of 10. */
function frameAt(frame: number, width = spec.width, height = spec.height): FramePicture {
	const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			const left = 20 + 2 * (frame % 10);
			const inside = x >= left && x < left + 24 && y >= 20 && y < 44;
			const at = (y * width + x) * 4;
			rgba[at] = inside ? 230 : 60;
			rgba[at + 1] = inside ? 200 - ((y * 7 + (x - left) * 5) % 60) : 60;
			rgba[at + 2] = 60;
		}
	return { width, height, rgba };
}

for (const codec of ['avc', 'vp9', 'vp8', 'av1'] as const)
	test(`81 frames in, 81 frames out: ${codec}`, async () => {
		const video = await encoded({ codecs: [codec] });
		expect(video).toMatchObject({ ...spec, extension: codec.startsWith('vp') ? 'webm' : 'mp4' });
		expect(await probeVideo(video.bytes)).toEqual({
			ok: true,
			value: { width: 96, height: 64, frameCount: 81, fps: 16, codec, playable: true },
		});
		const seen: number[] = [];
		for await (const { index, timestamp, frame, width, height } of decodeFrames(video.bytes)) {
			seen.push(index);
			expect(timestamp).toBeCloseTo(index / 16, 2);
			expect([frame.displayWidth, frame.displayHeight, width, height]).toEqual([96, 64, 96, 64]);
		}
		expect(seen).toEqual(Array.from({ length: 81 }, (_, i) => i));
	});

test('prefers H.264 in MP4', async () => {
	expect(await encoded()).toMatchObject({ mediaType: 'video/mp4', extension: 'mp4' });
});

test('an odd size is written in a codec that takes it', async () => {
	const odd = { width: 97, height: 65, fps: 16, frameCount: 5 };
	const result = await encodeVideo(odd, (frame) => frameAt(frame, 97, 65));
	expect(result).toMatchObject({ ok: true, value: odd });
	if (result.ok)
		expect(await probeVideo(result.value.bytes)).toMatchObject({
			ok: true,
			value: { frameCount: 5 },
		});
});

test('says so when nothing can be encoded', async () => {
	expect(await encodeVideo(spec, frameAt, { codecs: [] })).toEqual({
		ok: false,
		error: { kind: 'unsupported', what: 'encoding a video of 96 x 64' },
	});
});

test('takes canvases as well as pixels', async () => {
	const canvas = new OffscreenCanvas(96, 64);
	const context = canvas.getContext('2d')!;
	const result = await encodeVideo({ ...spec, frameCount: 3 }, () => {
		context.fillStyle = '#f00';
		context.fillRect(0, 0, 96, 64);
		return canvas;
	});
	if (!result.ok) throw new Error(result.error.what);
	for await (const { frame } of decodeFrames(result.value.bytes)) {
		context.drawImage(frame, 0, 0);
		const rgba = context.getImageData(0, 0, 96, 64).data;
		expect(colourAt({ width: 96, rgba }, 48, 32)).toBe('R');
	}
});

test('counts frames, and stops when asked with nothing left open', async () => {
	const controller = new AbortController();
	const done: number[] = [];
	const work = encodeVideo(spec, frameAt, {
		signal: controller.signal,
		onProgress: (frames) => {
			done.push(frames);
			if (frames === 7) controller.abort();
		},
	});
	await expect(work).rejects.toMatchObject({ name: 'AbortError' });
	expect(done).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('what drawing throws comes through', async () => {
	const work = encodeVideo(spec, () => {
		throw new Error('no paint');
	});
	await expect(work).rejects.toThrow('no paint');
});

test('luma shows where things are: a tracked square is within 0.5 px', async () => {
	const video = await encoded({}, 10);
	const frames = [];
	for await (const frame of videoLuma(video.bytes)) frames.push(frame);
	expect(frames.map((frame) => frame.values.length)).toEqual(new Array(10).fill(96 * 64));
	const seen = trackPoints(frames, [{ x: 32, y: 32 }]);
	seen.forEach(([point], k) => {
		expect(point!.lost).toBe(false);
		expect(Math.hypot(point!.x - 32 - 2 * k, point!.y - 32)).toBeLessThan(0.5);
	});
});

test('frames become a ZIP of as many PNGs, named by number', async () => {
	const video = await encoded({}, 12);
	const progress: number[] = [];
	const files = unzipSync(await framesToZip(video.bytes, { onProgress: (n) => progress.push(n) }));
	expect(Object.keys(files)).toEqual(
		Array.from({ length: 12 }, (_, i) => `frame_${String(i).padStart(4, '0')}.png`),
	);
	expect(progress.at(-1)).toBe(12);
	const picture = await createImageBitmap(new Blob([files['frame_0003.png']!.slice()]));
	expect([picture.width, picture.height]).toEqual([96, 64]);
});

test('reading frames stops when asked', async () => {
	const video = await encoded({}, 20);
	const controller = new AbortController();
	let seen = 0;
	const read = async () => {
		for await (const _ of decodeFrames(video.bytes, { signal: controller.signal }))
			if (++seen === 4) controller.abort();
	};
	await expect(read()).rejects.toMatchObject({ name: 'AbortError' });
	expect(seen).toBe(4);
});

test('what is no video is told in a sentence', async () => {
	expect(await probeVideo(new Uint8Array(0))).toEqual({ ok: false, error: 'The file is empty.' });
	const page = new TextEncoder().encode('<html>502 Bad Gateway</html>');
	expect((await probeVideo(page)).ok).toBe(false);
	const video = await encoded({}, 5);
	expect((await probeVideo(video.bytes.slice(0, 200))).ok).toBe(false);
	await expect(decodeFrames(page).next()).rejects.toThrow('no video in 28 bytes');
});

async function encoded(options: Parameters<typeof encodeVideo>[2] = {}, frameCount = 81) {
	const result = await encodeVideo({ ...spec, frameCount }, (frame) => frameAt(frame), options);
	if (!result.ok) throw new Error(result.error.what);
	return result.value;
}
