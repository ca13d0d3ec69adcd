import { expect, test } from 'vitest';
import { encodeByMediaRecorder } from './encodeByMediaRecorder.ts';
import type { FramePicture } from './encodeVideo.ts';
import { probeVideo } from './probeVideo.ts';
import { decodeFrames, videoLuma } from './videoFrames.ts';

const spec = { width: 96, height: 64, fps: 16, frameCount: 21 };

/** Each frame is brighter than the one before. */
function frameAt(frame: number): FramePicture {
	const { width, height } = spec;
	const rgba = new Uint8ClampedArray(width * height * 4).fill(20 + 10 * frame);
	for (let at = 3; at < rgba.length; at += 4) rgba[at] = 255;
	return { width, height, rgba };
}

test('without WebCodecs every frame is there, in order, at its exact time', async () => {
	const told: number[] = [];
	const video = await encodeByMediaRecorder(spec, frameAt, { onProgress: (n) => told.push(n) });
	if (!video.ok) throw new Error(video.error.what);
	expect(video.value).toMatchObject(spec);
	expect(told.at(-1)).toBe(21);
	const facts = await probeVideo(video.value.bytes);
	expect(facts.ok && facts.value).toMatchObject({ frameCount: 21, fps: 16, width: 96, height: 64 });
	for await (const { index, timestamp } of decodeFrames(video.value.bytes))
		expect(timestamp).toBeCloseTo(index / 16, 2);
	const luma: number[] = [];
	for await (const { values } of videoLuma(video.value.bytes)) luma.push(values[0] ?? 0);
	expect(luma).toHaveLength(21);
	for (let i = 1; i < luma.length; i++) expect(luma[i]).toBeGreaterThan(luma[i - 1] ?? 0);
});

test('a cancelled recording stops at once and says so', async () => {
	const cancel = new AbortController();
	const recording = encodeByMediaRecorder(spec, frameAt, {
		signal: cancel.signal,
		onProgress: (done) => done === 3 && cancel.abort(new Error('enough')),
	});
	await expect(recording).rejects.toThrow('enough');
});
