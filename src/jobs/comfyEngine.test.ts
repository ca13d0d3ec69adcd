import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
	createFakeComfy,
	type FakeComfy,
	type FakeComfySwitches,
	tinyMp4,
} from '#comfy/testing/fakeComfy.ts';
import { type Graph, graphSchema } from '#comfy/workflow/graph.ts';
import { templateDefaults } from '#comfy/workflow/templateDefaults.ts';
import { emptyDocument } from '#core/document/document.ts';
import { createComfyEngine } from './comfyEngine.ts';
import type { EngineEvent, EngineOutcome, JobInput, RemoteRun } from './engine.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const template: Graph = graphSchema.parse(JSON.parse(read('../../workflows/video_wan_ati.json')));
const objectInfo = JSON.parse(read('../comfy/fixtures/objectInfo.v0_33_0.json'));
const defaults = templateDefaults(template);
if (!defaults.ok) throw new Error(defaults.error.detail);
const { models } = defaults.value;

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
const input: JobInput = {
	document: emptyDocument,
	seed: 7,
	samples: [],
	tracksJson: '[[{"x":1,"y":2}]]',
	startFrame: async () => ({ width: 1, height: 1, rgba: new Uint8ClampedArray(4), png }),
};

interface Started {
	readonly comfy: FakeComfy;
	readonly events: EngineEvent[];
	readonly outcome: Promise<EngineOutcome>;
	/** Undefined while it runs. */
	settled(): EngineOutcome | undefined;
	cancel(): void;
	detach(): void;
	states(): string[];
	remote(): RemoteRun | undefined;
}

function start(
	switches: Partial<FakeComfySwitches> = {},
	options: {
		resume?: RemoteRun;
		comfy?: FakeComfy;
		stallMs?: number;
		models?: typeof models;
		uploadType?: 'temp';
	} = {},
): Started {
	const comfy = options.comfy ?? createFakeComfy({ objectInfo, ...switches });
	const engine = createComfyEngine({
		platform: comfy.platform,
		server: () => ({ id: 'gpu', baseUrl: comfy.baseUrl }),
		template,
		models: () => options.models ?? models,
		...(options.uploadType ? { uploadType: () => 'temp' as const } : {}),
		...(options.stallMs === undefined ? {} : { stallMs: () => options.stallMs! }),
	});
	const events: EngineEvent[] = [];
	const cancel = new AbortController();
	const detach = new AbortController();
	const outcome = engine.run(input, {
		cancel: cancel.signal,
		detach: detach.signal,
		emit: (event) => void events.push(event),
		...(options.resume ? { resume: options.resume } : {}),
	});
	let settled: EngineOutcome | undefined;
	void outcome.then(
		(value) => {
			settled = value;
		},
		() => undefined,
	);
	return {
		comfy,
		events,
		outcome,
		settled: () => settled,
		cancel: () => cancel.abort(),
		detach: () => detach.abort(),
		states: () => events.flatMap((e) => (e.type === 'state' ? [e.state] : [])),
		remote: () => events.find((e) => e.type === 'remote')?.remote,
	};
}

/** Lets it run to its end, and proves that nothing stays open. */
async function end(run: Started, ms = 120_000): Promise<EngineOutcome | undefined> {
	await run.comfy.advance(ms);
	expect(run.settled()).toBeDefined();
	expect(run.comfy.open()).toEqual({ timers: 0, sockets: 0, requests: 0 });
	return run.settled();
}

const progressOf = (run: Started): number[] =>
	run.events.flatMap((e) => (e.type === 'progress' ? [e.fraction] : []));

test('a run goes from upload to video, and its progress never falls', async () => {
	const run = start();
	expect(await end(run)).toMatchObject({
		state: 'done',
		fromCache: false,
		video: { mediaType: 'video/mp4', extension: 'mp4', width: 832, frameCount: 81 },
	});
	expect(run.states()).toEqual(['uploading', 'submitting', 'pending', 'running', 'finishing']);
	const progress = progressOf(run);
	expect(progress).toEqual([...progress].sort((a, b) => a - b));
	expect(run.events).toContainEqual(
		expect.objectContaining({ type: 'progress', step: { value: 4, max: 4 }, node: 'Sampler' }),
	);
	expect(run.comfy.posted).toEqual([run.remote()?.promptId]);
});

test('the graph that is posted carries the shot, the tracks and the uploaded name', async () => {
	const run = start();
	await end(run);
	const post = run.comfy.requests.find((r) => r.url.endsWith('/prompt'));
	const graph = (post!.body as { prompt: Graph }).prompt;
	expect(graph['247']?.inputs.value).toBe(input.tracksJson);
	expect(graph['3']?.inputs.seed).toBe(7);
	// sha256 of 89504e47
	expect(graph['240']?.inputs.image).toBe('wanati/0f4636c78f65d363.png');
});

test('a start frame may go to the folder that the server empties, and is named there', async () => {
	const run = start({}, { uploadType: 'temp' });
	await end(run);
	const upload = run.comfy.requests.find((r) => r.url.endsWith('/upload/image'));
	expect((upload!.body as FormData).get('type')).toBe('temp');
	const post = run.comfy.requests.find((r) => r.url.endsWith('/prompt'));
	const graph = (post!.body as { prompt: Graph }).prompt;
	expect(graph['240']?.inputs.image).toBe('wanati/0f4636c78f65d363.png [temp]');
	expect(run.remote()?.uploads).toEqual(['wanati/0f4636c78f65d363.png [temp]']);
});

test('a start frame larger than the server takes is not sent', async () => {
	const run = start({ maxUploadBytes: 3 });
	expect(await end(run)).toMatchObject({ state: 'failed', error: { kind: 'upload', status: 413 } });
	expect(run.comfy.requests.filter((r) => r.url.endsWith('/upload/image'))).toEqual([]);
	expect(await end(start({ maxUploadBytes: 4 }))).toMatchObject({ state: 'done' });
});

test('the run is told before it is sent, after the socket listens', async () => {
	const run = start();
	await run.comfy.advance(1);
	expect(run.comfy.posted).toEqual([]);
	expect(run.comfy.sockets[0]?.state).toBe('connecting');
	await run.comfy.advance(5);
	expect(run.remote()).toMatchObject({
		serverId: 'gpu',
		stage: 'posting',
		uploads: ['wanati/0f4636c78f65d363.png'],
	});
	expect(run.comfy.sockets[0]?.state).toBe('open');
	expect(run.comfy.posted).toHaveLength(1);
	await end(run);
});

test('nothing is sent while the store has not answered', async () => {
	const comfy = createFakeComfy({ objectInfo });
	const stored = new AbortController();
	const engine = createComfyEngine({
		platform: comfy.platform,
		server: () => ({ id: 'gpu', baseUrl: comfy.baseUrl }),
		template,
		models: () => models,
	});
	const outcome = engine.run(input, {
		cancel: new AbortController().signal,
		detach: new AbortController().signal,
		emit: (event) =>
			event.type === 'remote'
				? new Promise<void>((resolve) => {
						if (stored.signal.aborted) resolve();
						stored.signal.addEventListener('abort', () => resolve());
					})
				: undefined,
	});
	await comfy.advance(60_000);
	expect(comfy.posted).toEqual([]);
	stored.abort();
	await comfy.advance(60_000);
	expect(await outcome).toMatchObject({ state: 'done' });
});

test('a lost answer to the POST is looked up, and the run is not posted again', async () => {
	const run = start({ loseAnswer: true });
	expect(await end(run)).toMatchObject({ state: 'done' });
	expect(run.comfy.posted).toHaveLength(1);
	expect(run.comfy.requests.filter((r) => r.url.endsWith('/prompt'))).toHaveLength(1);
});

test('a POST that never came is an unreachable server, posted once', async () => {
	const run = start({ loseRequest: true });
	expect(await end(run)).toMatchObject({ state: 'failed', error: { kind: 'unreachable' } });
	expect(run.comfy.requests.filter((r) => r.url.endsWith('/prompt'))).toHaveLength(1);
});

test('a deaf socket is survived by polling', async () => {
	const run = start({ deaf: true, stepMs: 30_000 });
	expect(await end(run, 200_000)).toMatchObject({ state: 'done' });
	expect(run.states()).toContain('running');
	// A new socket was tried, never two at once.
	expect(run.comfy.sockets.length).toBeGreaterThan(1);
});

test('no socket at all is survived by polling, without hammering', async () => {
	const run = start({ noSockets: true, steps: 60 });
	expect(await end(run)).toMatchObject({ state: 'done' });
	expect(run.comfy.sockets.length).toBeLessThan(20);
});

test('history is read as soon as the last message has come, not at the next beat', async () => {
	const run = start({ steps: 1, stepMs: 10_300 });
	let endedAt = 0;
	while (!run.settled()) {
		await run.comfy.advance(10);
		if (run.comfy.truthOf(run.comfy.posted[0] ?? '') === 'succeeded')
			endedAt ||= run.comfy.platform.now();
	}
	expect(run.comfy.platform.now() - endedAt).toBeLessThanOrEqual(20);
	await end(run);
});

test('history that lags behind the end is waited for', async () => {
	const run = start({ historyLagMs: 20_000 });
	expect(await end(run)).toMatchObject({ state: 'done' });
});

test('a video out of the cache is said to be one', async () => {
	const run = start({ cached: true });
	expect(await end(run)).toMatchObject({ state: 'done', fromCache: true });
});

test('200 with errors for our output is a failure, and the run is taken back', async () => {
	const nodeErrors = {
		'258': {
			errors: [{ type: 'x', message: 'Bad', details: '', extra_info: { input_name: 'format' } }],
			dependent_outputs: ['258'],
			class_type: 'SaveVideo',
		},
	};
	const run = start({ nodeErrors, steps: 100 });
	expect(await end(run)).toMatchObject({
		state: 'failed',
		error: { kind: 'validation', problems: [{ node: 'Save video', message: 'Bad' }] },
	});
	expect(run.comfy.requests.some((r) => r.url.includes('/cancel'))).toBe(true);
});

test('errors for another output do not matter to us', async () => {
	const nodeErrors = { '902': { errors: [], dependent_outputs: ['901'], class_type: 'LoadImage' } };
	expect(await end(start({ nodeErrors }))).toMatchObject({ state: 'done' });
});

test('an exception in a node is an execution error with its title', async () => {
	const fail = { type: 'torch.OutOfMemoryError', message: 'Allocation on device' };
	expect(await end(start({ fail }))).toMatchObject({
		state: 'failed',
		error: { kind: 'execution', node: 'Sampler', nodeType: 'KSampler', outOfMemory: true },
	});
});

test('somebody else interrupts: interrupted. We cancel: cancelled', async () => {
	const theirs = start({ steps: 100 });
	await theirs.comfy.advance(5_000);
	theirs.comfy.interruptAll();
	expect(await end(theirs)).toEqual({ state: 'failed', error: { kind: 'interrupted' } });
	for (const jobsApi of [true, false]) {
		const ours = start({ steps: 100, jobsApi });
		await ours.comfy.advance(5_000);
		ours.cancel();
		expect(await end(ours, 10_000)).toEqual({ state: 'cancelled' });
	}
});

test('cancelling a pending run takes it out of the queue and leaves the running one alone', async () => {
	for (const jobsApi of [true, false]) {
		const comfy = createFakeComfy({ objectInfo, jobsApi });
		comfy.occupy(60_000);
		const run = start({}, { comfy });
		await comfy.advance(10_000);
		expect(run.events).toContainEqual({ type: 'state', state: 'pending', position: 1 });
		run.cancel();
		await comfy.advance(2_000);
		expect(run.settled()).toEqual({ state: 'cancelled' });
		expect(comfy.requests.some((r) => r.url.endsWith('/interrupt'))).toBe(false);
		await end(run);
	}
});

test('cancelling before anything was sent sends nothing', async () => {
	const run = start();
	run.cancel();
	expect(await end(run)).toEqual({ state: 'cancelled' });
	expect(run.comfy.posted).toEqual([]);
});

test('a cancelled run on a server that died is given up', async () => {
	const run = start({ steps: 100 });
	await run.comfy.advance(5_000);
	run.comfy.switches.down = true;
	run.cancel();
	expect(await end(run, 60_000)).toEqual({ state: 'cancelled' });
});

test('a restart of the server loses the run, and says so within half a minute', async () => {
	const run = start({ steps: 100 });
	await run.comfy.advance(5_000);
	run.comfy.restart();
	expect(await end(run, 30_000)).toEqual({ state: 'lost' });
});

test('a server that is away for minutes costs nothing but time', async () => {
	const run = start({ steps: 10, stepMs: 30_000 }, { stallMs: 60_000 });
	await run.comfy.advance(10_000);
	run.comfy.switches.down = true;
	await run.comfy.advance(120_000);
	expect(run.settled()).toBeUndefined();
	expect(run.events.some((e) => e.type === 'stalled' && e.silentMs >= 60_000)).toBe(true);
	run.comfy.switches.down = false;
	expect(await end(run, 400_000)).toMatchObject({ state: 'done' });
	expect(run.events).toContainEqual({ type: 'stalled', silentMs: 0 });
});

test('a long silence is told and never ends the run', async () => {
	const run = start({ steps: 2, stepMs: 1_800_000 });
	await run.comfy.advance(179_000);
	expect(run.events.some((e) => e.type === 'stalled')).toBe(false);
	await run.comfy.advance(10_000);
	expect(run.events.some((e) => e.type === 'stalled')).toBe(true);
	expect(await end(run, 5_500_000)).toMatchObject({ state: 'done' });
});

test('waiting behind other runs is no silence', async () => {
	const comfy = createFakeComfy({ objectInfo });
	comfy.occupy(600_000);
	const run = start({}, { comfy });
	await comfy.advance(500_000);
	expect(run.events.some((e) => e.type === 'stalled')).toBe(false);
	expect(await end(run, 300_000)).toMatchObject({ state: 'done' });
});

test('letting go leaves the run alone and everything closed; it is found again', async () => {
	const run = start({ steps: 20 });
	await run.comfy.advance(5_000);
	run.detach();
	await expect(run.outcome).rejects.toMatchObject({ name: 'AbortError' });
	expect(run.comfy.open()).toEqual({ timers: 0, sockets: 0, requests: 0 });
	await run.comfy.advance(1_000);
	const again = start({}, { comfy: run.comfy, resume: run.remote()! });
	expect(await end(again)).toMatchObject({ state: 'done' });
	expect(run.comfy.posted).toHaveLength(1);
});

test('a run that ended while nobody watched is found by its history', async () => {
	const run = start();
	await run.comfy.advance(1_500);
	run.detach();
	await run.comfy.advance(60_000);
	const again = start({}, { comfy: run.comfy, resume: run.remote()! });
	expect(await end(again, 3_000)).toMatchObject({ state: 'done' });
});

test('previews are ours only: event 4 by its id, event 1 between our own messages', async () => {
	const run = start({ steps: 10 });
	await run.comfy.advance(3_000);
	const previews = () => run.events.filter((e) => e.type === 'preview').length;
	run.comfy.sendPreview(4, 'foreign');
	expect(previews()).toBe(0);
	run.comfy.sendPreview(4, run.remote()?.promptId);
	expect(previews()).toBe(1);
	run.comfy.sendPreview(1);
	expect(previews()).toBe(2);
	run.comfy.broadcast({ type: 'executing', data: { node: '3', prompt_id: 'foreign' } });
	run.comfy.sendPreview(1);
	expect(previews()).toBe(2);
	await end(run);
});

test("other people's progress moves nothing", async () => {
	const run = start({ steps: 10 });
	await run.comfy.advance(1_500);
	const before = run.events.length;
	run.comfy.broadcast({
		type: 'progress',
		data: { prompt_id: 'foreign', node: '3', value: 9, max: 10 },
	});
	expect(run.events.length).toBe(before);
	await end(run);
});

test('what the server lacks is said before anything is uploaded', async () => {
	const { WanTrackToVideo: _gone, ...without } = objectInfo;
	const noNode = start({ objectInfo: without });
	expect(await end(noNode)).toEqual({
		state: 'failed',
		error: { kind: 'missingNodes', classes: ['WanTrackToVideo'] },
	});
	const noModel = start({}, { models: { ...models, clipVision: 'mine.safetensors' } });
	expect(await end(noModel)).toMatchObject({
		state: 'failed',
		error: { kind: 'missingModel', file: 'mine.safetensors', folder: 'clip_vision' },
	});
	for (const run of [noNode, noModel])
		expect(run.comfy.requests.some((r) => r.url.includes('/upload'))).toBe(false);
});

test('a dead server is unreachable at once', async () => {
	expect(await end(start({ down: true }), 10)).toEqual({
		state: 'failed',
		error: { kind: 'unreachable', url: 'http://comfy.test:8188' },
	});
});

test('a file that is gone, empty or something else is no video', async () => {
	const gone = start({ video: { status: 404, body: '' } });
	expect(await end(gone)).toMatchObject({
		error: { kind: 'outputGone', file: 'video/ComfyUI_00001_.mp4', fromCache: false },
	});
	const empty = start({ video: { status: 200, body: new Uint8Array() } });
	expect(await end(empty)).toMatchObject({ error: { kind: 'noVideo' } });
	const text = start({ video: { status: 200, body: 'hello', contentType: 'text/plain' } });
	expect(await end(text)).toMatchObject({ error: { kind: 'noVideo' } });
});

test("a gateway's page instead of the video proves nothing, and is told after half an hour", async () => {
	const page = { status: 404, body: '<html>', contentType: 'text/html' };
	const run = start({ video: page });
	await run.comfy.advance(1_200_000);
	expect(run.settled()).toBeUndefined();
	expect(run.events.some((e) => e.type === 'stalled' && e.silentMs > 180_000)).toBe(true);
	expect(await end(run, 900_000)).toMatchObject({ error: { kind: 'protocol' } });
	const patient = start({ video: page });
	await patient.comfy.advance(600_000);
	patient.comfy.switches.video = { status: 200, body: tinyMp4 };
	expect(await end(patient, 20_000)).toMatchObject({ state: 'done' });
});

test('a video on a server that went away is fetched when it is back, or given up by the person', async () => {
	const away = { status: 502, body: '' };
	const patient = start({ video: away });
	await patient.comfy.advance(300_000);
	expect(patient.settled()).toBeUndefined();
	patient.comfy.switches.video = { status: 200, body: tinyMp4 };
	expect(await end(patient, 20_000)).toMatchObject({ state: 'done' });
	const tired = start({ video: away });
	await tired.comfy.advance(60_000);
	tired.cancel();
	expect(await end(tired, 20_000)).toEqual({ state: 'cancelled' });
});

test('a picture that cannot be made rejects, for the manager to name', async () => {
	const comfy = createFakeComfy({ objectInfo });
	const engine = createComfyEngine({
		platform: comfy.platform,
		server: () => ({ id: 'gpu', baseUrl: comfy.baseUrl }),
		template,
		models: () => models,
	});
	const run = engine.run(
		{ ...input, startFrame: () => Promise.reject(new Error('no picture')) },
		{
			cancel: new AbortController().signal,
			detach: new AbortController().signal,
			emit: () => undefined,
		},
	);
	const rejected = expect(run).rejects.toThrow('no picture');
	await comfy.advance(10);
	await rejected;
	expect(comfy.open()).toEqual({ timers: 0, sockets: 0, requests: 0 });
});
