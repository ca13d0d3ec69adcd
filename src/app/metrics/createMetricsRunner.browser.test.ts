import { afterEach, expect, test, vi } from 'vitest';
import { encodeVideo } from '#media/browser/encodeVideo.ts';
import { caseOf, right, still } from '#metrics/testing/cases.ts';
import { greyRgba, sceneFrames } from '#metrics/testing/movingScene.ts';
import { createMetricsRunner } from './createMetricsRunner.ts';

const { scene, samples } = caseOf([
	{ x: 50, y: 70, plan: right },
	{ x: 150, y: 40, half: 20, plan: (s) => [0, 50 * s], real: still },
]);

const { width, height, frameCount } = scene;
const video = (async () => {
	const frames = [...sceneFrames(scene)];
	const encoded = await encodeVideo({ width, height, frameCount, fps: 16 }, (k) => ({
		width,
		height,
		rgba: greyRgba(frames[k]!),
	}));
	if (!encoded.ok) throw new Error(JSON.stringify(encoded.error));
	return encoded.value.bytes;
})();

const runners: { dispose(): void }[] = [];
const runner = () => {
	const created = createMetricsRunner();
	runners.push(created);
	return created;
};
afterEach(() => {
	for (const created of runners.splice(0)) created.dispose();
	vi.restoreAllMocks();
});

const hooks = (onProgress: (frames: number) => void = () => undefined) => ({
	signal: new AbortController().signal,
	onProgress,
});

test('measures in a worker, frame by frame, and ends it', async () => {
	const terminate = vi.spyOn(Worker.prototype, 'terminate');
	const progress: number[] = [];
	const result = await runner().measure(
		{ bytes: await video, samples },
		hooks((frames) => progress.push(frames)),
	);
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	const { adherence, causes } = result.value;
	expect(adherence.tracks[0]!.meanErrorPx).toBeLessThan(0.3);
	expect(causes.map(({ kind, track }) => [kind, track])).toEqual([['stays', 1]]);
	expect(progress).toEqual(Array.from({ length: frameCount }, (_, k) => k + 1));
	expect(terminate).toHaveBeenCalledTimes(1);
});

test('what is no video is told, not thrown', async () => {
	const result = await runner().measure({ bytes: Uint8Array.of(1, 2, 3), samples }, hooks());
	expect(result).toMatchObject({ ok: false, error: { kind: 'cannotDecode' } });
});

test('cancelling ends the worker at once; disposing ends the rest and refuses more', async () => {
	const bytes = await video;
	const cancel = new AbortController();
	const work = runner().measure(
		{ bytes, samples },
		{ signal: cancel.signal, onProgress: () => cancel.abort() },
	);
	await expect(work).rejects.toMatchObject({ name: 'AbortError' });
	const closing = runner();
	const left = closing.measure({ bytes, samples }, hooks());
	closing.dispose();
	await expect(left).rejects.toMatchObject({ name: 'AbortError' });
	await expect(closing.measure({ bytes, samples }, hooks())).rejects.toMatchObject({
		name: 'AbortError',
	});
});
