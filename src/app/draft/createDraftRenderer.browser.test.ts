import { afterEach, expect, test, vi } from 'vitest';
import { framePositions } from '#draft/framePositions.ts';
import { samplesOf, squarePicture } from '#draft/testing/testPictures.ts';
import { videoLuma } from '#media/browser/videoFrames.ts';
import { createPointTracker } from '#metrics/pointTracking/createPointTracker.ts';
import { createDraftRenderer } from './createDraftRenderer.ts';

const width = 320;
const height = 192;
const picture = squarePicture(width, height, { x: 70, y: 110, side: 48 });
const curve = samplesOf((u) => [70 + 170 * u, 110 - 60 * Math.sin(u * Math.PI)]);
const request = { picture, samples: [curve], frameCount: 81, fps: 16 };

const renderers: { dispose(): void }[] = [];
const renderer = () => {
	const created = createDraftRenderer();
	renderers.push(created);
	return created;
};
afterEach(() => {
	for (const created of renderers.splice(0)) created.dispose();
	vi.unstubAllGlobals();
});

const hooks = (onProgress: (fraction: number) => void = () => undefined) => ({
	signal: new AbortController().signal,
	onProgress,
});

test('the draft video follows the samples: tracked in its own pixels it stays within 2 px', async () => {
	const progress: number[] = [];
	const result = await renderer()(
		request,
		hooks((fraction) => progress.push(fraction)),
	);
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	expect(result.value).toMatchObject({ width, height, frameCount: 81, fps: 16, extension: 'mp4' });
	expect(progress).toEqual([...progress].sort((a, b) => a - b));
	expect(progress.at(-1)).toBe(1);
	expect(await worstMiss(result.value.bytes)).toBeLessThan(2);
});

test('without workers it renders in the page', async () => {
	vi.stubGlobal('Worker', function noWorker() {
		throw new Error('refused');
	});
	const short = { ...request, frameCount: 9 };
	expect(await renderer()(short, hooks())).toMatchObject({ ok: true, value: { frameCount: 9 } });
});

test('a worker that cannot load is replaced by the page', async () => {
	const RealWorker = Worker;
	vi.stubGlobal('Worker', function brokenWorker() {
		return new RealWorker('data:text/javascript,throw new Error("broken")');
	});
	const short = { ...request, frameCount: 9 };
	expect(await renderer()(short, hooks())).toMatchObject({ ok: true, value: { frameCount: 9 } });
});

test('cancelling ends the worker at once', async () => {
	const ended = countTerminations();
	const cancel = new AbortController();
	const work = renderer()(request, {
		signal: cancel.signal,
		onProgress: (fraction) => fraction > 0.1 && cancel.abort(),
	});
	await expect(work).rejects.toMatchObject({ name: 'AbortError' });
	expect(ended()).toBe(1);
});

test('disposing ends what still runs, and refuses more', async () => {
	const ended = countTerminations();
	const draft = renderer();
	const work = Promise.allSettled([draft(request, hooks()), draft(request, hooks())]);
	draft.dispose();
	expect((await work).map((result) => result.status)).toEqual(['rejected', 'rejected']);
	expect(ended()).toBe(2);
	await expect(draft(request, hooks())).rejects.toMatchObject({ name: 'AbortError' });
});

test('a finished draft leaves no worker behind', async () => {
	const ended = countTerminations();
	await renderer()({ ...request, frameCount: 5 }, hooks());
	expect(ended()).toBe(1);
});

function countTerminations(): () => number {
	const terminate = vi.spyOn(Worker.prototype, 'terminate');
	terminate.mockClear();
	return () => terminate.mock.calls.length;
}

async function worstMiss(bytes: Uint8Array): Promise<number> {
	const path = framePositions(curve, 81);
	const tracker = createPointTracker([{ x: path[0]!, y: path[1]! }]);
	let worst = 0;
	let frames = 0;
	for await (const frame of videoLuma(bytes)) {
		const [point] = tracker.next(frame);
		const miss = Math.hypot(point!.x - path[2 * frames]!, point!.y - path[2 * frames + 1]!);
		worst = Math.max(worst, point!.lost ? Number.POSITIVE_INFINITY : miss);
		frames++;
	}
	expect(frames).toBe(81);
	return worst;
}
