import { expect, test } from 'vitest';
import { encodeVideo, type FramePicture } from './encodeVideo.ts';
import { seekFrames } from './seekFrames.ts';

const spec = { width: 96, height: 64, fps: 16, frameCount: 21 };

function frameAt(frame: number): FramePicture {
	const { width, height } = spec;
	const rgba = new Uint8ClampedArray(width * height * 4).fill(20 + 10 * frame);
	for (let at = 3; at < rgba.length; at += 4) rgba[at] = 255;
	return { width, height, rgba };
}

async function encoded(): Promise<Uint8Array> {
	const video = await encodeVideo(spec, frameAt);
	if (!video.ok) throw new Error(video.error.what);
	return video.value.bytes;
}

test('every frame is shown once, in its order', async () => {
	const canvas = new OffscreenCanvas(spec.width, spec.height);
	const context = canvas.getContext('2d', { willReadFrequently: true })!;
	const light: number[] = [];
	for await (const { index, frame, width, height } of seekFrames(await encoded())) {
		expect([index, width, height]).toEqual([light.length, spec.width, spec.height]);
		context.drawImage(frame, 0, 0);
		light.push(context.getImageData(40, 30, 1, 1).data[0] ?? 0);
	}
	expect(light).toHaveLength(spec.frameCount);
	for (const [index, value] of light.entries())
		expect(Math.abs(value - (20 + 10 * index))).toBeLessThan(5);
});

test('what is no video is told, and an abort ends it', async () => {
	const drain = async (bytes: Uint8Array, signal?: AbortSignal) => {
		for await (const _ of seekFrames(bytes, signal ? { signal } : {})) signal?.throwIfAborted();
	};
	await expect(drain(Uint8Array.of(1, 2, 3))).rejects.toThrow('no video');
	const gone = AbortSignal.abort(new Error('enough'));
	await expect(drain(await encoded(), gone)).rejects.toThrow('enough');
});
