import { expect, test } from 'vitest';
import { emptyDocument } from '#core/document/document.ts';
import type { EncodedVideo } from '#media/media.ts';
import { createDraftEngine, type DraftRenderer } from './draftEngine.ts';
import type { EngineEvent, EngineOutcome, JobInput } from './engine.ts';

const frame = { width: 16, height: 16, rgba: new Uint8ClampedArray(1024), png: new Uint8Array(8) };
const samples = [new Float64Array(242)];
const input: JobInput = {
	document: emptyDocument,
	seed: 1,
	samples,
	tracksJson: '[]',
	startFrame: async () => frame,
};
const video: EncodedVideo = {
	bytes: new Uint8Array(3),
	mediaType: 'video/mp4',
	extension: 'mp4',
	width: 16,
	height: 16,
	frameCount: 81,
	fps: 16,
};
const done: DraftRenderer = async (_, { onProgress }) => {
	for (const fraction of [0.25, 0.5, 1]) onProgress(fraction);
	return { ok: true, value: video };
};

test('renders the very samples of the job and hands the video on', async () => {
	const requests: unknown[] = [];
	const { outcome } = await play((request, hooks) => {
		requests.push(request);
		return done(request, hooks);
	});
	expect(outcome).toEqual({ state: 'done', video, fromCache: false });
	const { width, height, rgba } = frame;
	expect(requests).toEqual([
		{ picture: { width, height, rgba }, samples, groups: [], regions: [], frameCount: 81, fps: 16 },
	]);
});

test('goes from running to finishing, its progress never falling, to 1', async () => {
	const { events } = await play(done);
	expect(events.filter((event) => event.type === 'state').map((event) => event.state)).toEqual([
		'running',
		'finishing',
	]);
	const fractions = events
		.filter((event) => event.type === 'progress')
		.map((event) => event.fraction);
	expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
	expect(fractions.at(-1)).toBe(1);
	expect(fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
});

test('a cancelled job ends as cancelled', async () => {
	const { outcome } = await play(
		(_, { signal }) =>
			new Promise((_resolve, reject) =>
				signal.addEventListener('abort', () => reject(signal.reason)),
			),
		{ cancel: true },
	);
	expect(outcome).toEqual({ state: 'cancelled' });
});

test('a job cancelled after the last frame is cancelled, whatever the renderer says', async () => {
	const { outcome } = await play(
		async (request, hooks) => {
			const result = await done(request, hooks);
			await Promise.resolve();
			return result;
		},
		{ cancel: true },
	);
	expect(outcome).toEqual({ state: 'cancelled' });
});

test('when its owner goes it rejects with AbortError', async () => {
	const wait: DraftRenderer = (_, { signal }) =>
		new Promise((_resolve, reject) =>
			signal.addEventListener('abort', () => reject(signal.reason)),
		);
	await expect(play(wait, { detach: true })).rejects.toMatchObject({ name: 'AbortError' });
});

test('what the browser cannot do, and bugs of the renderer, are failures with their reason', async () => {
	for (const error of [
		{ kind: 'unsupported', what: 'video encoding' },
		{ kind: 'internal', detail: 'boom' },
	] as const)
		expect((await play(async () => ({ ok: false, error }))).outcome).toEqual({
			state: 'failed',
			error,
		});
});

test('a start image that is gone fails the job with its reason', async () => {
	const { outcome } = await play(done, {
		startFrame: () => Promise.reject(new Error('The start image of this shot is gone')),
	});
	expect(outcome).toEqual({
		state: 'failed',
		error: { kind: 'image', detail: 'The start image of this shot is gone' },
	});
});

async function play(
	render: DraftRenderer,
	options: { cancel?: boolean; detach?: boolean; startFrame?: JobInput['startFrame'] } = {},
): Promise<{ outcome: EngineOutcome; events: EngineEvent[] }> {
	const cancel = new AbortController();
	const detach = new AbortController();
	const events: EngineEvent[] = [];
	const run = createDraftEngine({ render }).run(
		{ ...input, ...(options.startFrame && { startFrame: options.startFrame }) },
		{ cancel: cancel.signal, detach: detach.signal, emit: (event) => void events.push(event) },
	);
	// Let it reach the renderer first.
	for (let i = 0; i < 3; i++) await Promise.resolve();
	if (options.cancel) cancel.abort();
	if (options.detach) detach.abort();
	return { outcome: await run, events };
}
