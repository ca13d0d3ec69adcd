/* One thing in one file: the 40 network and server scenarios of the research, each by its number, on one stage. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseBaseUrl, socketUrl } from '#comfy/client/parseBaseUrl.ts';
import type { FakeAnswer } from '#comfy/testing/createVirtualPlatform.ts';
import { createFakeComfy, type FakeComfySwitches, tinyMp4 } from '#comfy/testing/fakeComfy.ts';
import type { ComfyPlatform } from '#comfy/transport/platform.ts';
import { graphSchema } from '#comfy/workflow/graph.ts';
import { templateDefaults } from '#comfy/workflow/templateDefaults.ts';
import { createFaultProxy } from '#standin/faults/createFaultProxy.ts';
import { type Faults, htmlFor, plainFor } from '#standin/faults/faults.ts';
import type { VideoProbe } from './comfy/fetchVideo.ts';
import { createRunWorld } from './testing/createRunWorld.ts';

const read = (path: string): unknown =>
	JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const template = graphSchema.parse(read('../../workflows/video_wan_ati.json'));
const objectInfo = read('../comfy/fixtures/objectInfo.v0_33_0.json') as Record<string, unknown>;
const defaults = templateDefaults(template);
if (!defaults.ok) throw new Error(defaults.error.detail);
const { models } = defaults.value;

interface StageOptions {
	readonly stallMs?: number;
	readonly probe?: VideoProbe;
	readonly models?: typeof models;
	/** Between the client and the proxy. */
	readonly wrap?: (platform: ComfyPlatform) => ComfyPlatform;
}

/** One tab before one server, over a network that fails on order; Generate was pressed. */
function stage(
	switches: Partial<FakeComfySwitches> = {},
	faults: Partial<Faults> = {},
	options: StageOptions = {},
) {
	const comfy = createFakeComfy({ objectInfo, ...switches });
	const proxy = createFaultProxy({ platform: comfy.platform, later: comfy.at, faults });
	const world = createRunWorld({
		comfy,
		platform: (options.wrap ?? ((platform) => platform))(proxy.platform),
		template,
		models: options.models ?? models,
		...(options.stallMs === undefined ? {} : { stallMs: options.stallMs }),
		...(options.probe ? { probe: options.probe } : {}),
	});
	const tab = world.openTab();
	const id = world.generate(tab);
	const job = (of = tab) => world.job(of, id);
	return {
		comfy,
		proxy,
		world,
		tab,
		id,
		job,
		calls: (match: RegExp) => proxy.log.filter((call) => match.test(call)).length,
		/** Until the sampler works. */
		async running() {
			for (let i = 0; i < 600 && job()?.state !== 'running'; i++) await comfy.advance(100);
			expect(job()?.state).toBe('running');
		},
		/** Lets it come to its end, and proves that nothing false was said and nothing stays open. */
		async end(ms = 200_000, cancelled = false) {
			await comfy.advance(ms);
			expect(world.complaints(tab, { cancelled })).toEqual([]);
			const ended = job();
			tab.close();
			await comfy.advance(300_000);
			expect({ ...proxy.open(), timers: comfy.open().timers, listeners: tab.listeners() }).toEqual({
				sockets: 0,
				requests: 0,
				timers: 0,
				listeners: 0,
			});
			return ended;
		},
	};
}

const done = { state: 'done', video: { byteLength: tinyMp4.length } };
const failedWith = (kind: string) => ({ state: 'failed', error: { kind } });

test('scenario 1: no WebSocket ever opens, as behind a proxy without upgrade: polling brings the video', async () => {
	const run = stage({}, { refuseSockets: true });
	expect(await run.end()).toMatchObject(done);
	expect(run.comfy.sockets).toHaveLength(0);
});

test('scenario 2: a WebSocket that is refused (403) is tried for ever, 0.5 to 15 s apart, never in a loop', async () => {
	const tries: number[] = [];
	const run = stage(
		{ steps: 600 },
		{ refuseSockets: true },
		{
			wrap: (platform) => ({
				...platform,
				WebSocket: class extends platform.WebSocket {
					constructor(url: string) {
						tries.push(platform.now());
						super(url);
					}
				},
			}),
		},
	);
	await run.comfy.advance(600_000);
	const pauses = tries.slice(1).map((at, index) => at - tries[index]!);
	expect(Math.min(...pauses)).toBeGreaterThanOrEqual(500);
	expect(Math.max(...pauses)).toBeLessThanOrEqual(15_000);
	expect(pauses.length).toBeGreaterThan(40);
	expect(pauses.length).toBeLessThan(120);
	// Full jitter: the pauses are spread over the whole range.
	expect(pauses.some((ms) => ms < 3_000) && pauses.some((ms) => ms > 12_000)).toBe(true);
	expect(await run.end()).toMatchObject(done);
});

test('scenario 3: an open socket that is deaf because its id was forgotten is replaced, and the video found', async () => {
	const run = stage({ steps: 40, stepMs: 10_000 });
	await run.running();
	// The network loses the connection without a word; the server notices after the client has come back.
	run.proxy.breakSilently(60_000);
	await run.comfy.advance(300_000);
	const before = run.job()?.step?.value ?? 0;
	expect(before).toBeGreaterThan(5);
	await run.comfy.advance(30_000);
	expect(run.job()?.step?.value).toBeGreaterThan(before);
	expect(await run.end(300_000)).toMatchObject(done);
});

test('scenario 4: after eight hours of sleep with dead connections the video is there within 5 s of waking', async () => {
	const run = stage({ steps: 20, stepMs: 20_000 });
	await run.running();
	run.proxy.breakSilently(900_000);
	await run.comfy.sleep(8 * 3_600_000);
	run.tab.wake();
	await run.comfy.advance(5_000);
	expect(run.job()).toMatchObject(done);
	await run.end();
});

test('scenario 5: the connection drops between the POST and its first event', async () => {
	const run = stage();
	while (run.comfy.posted.length === 0) await run.comfy.advance(1);
	run.proxy.cut();
	expect(await run.end()).toMatchObject(done);
});

test('scenario 6: the run completes while the connection is down', async () => {
	const run = stage({ steps: 3 });
	await run.running();
	run.proxy.set({ down: true });
	run.proxy.cut();
	await run.comfy.advance(60_000);
	expect(run.job()?.state).toBe('running');
	run.proxy.heal();
	expect(await run.end(20_000)).toMatchObject(done);
});

test('scenario 7: the POST response is lost, the prompt was accepted: it is found and not posted again', async () => {
	const run = stage({ loseAnswer: true });
	expect(await run.end()).toMatchObject({ ...done, remote: { stage: 'accepted' } });
	expect(run.calls(/^POST \/prompt/)).toBe(1);
});

test('scenario 8: the POST response is lost, the prompt was not accepted: it says so, and Retry sends it once', async () => {
	const run = stage({ loseRequest: true });
	await run.comfy.advance(30_000);
	expect(run.job()).toMatchObject(failedWith('unreachable'));
	expect(run.calls(/^POST \/prompt/)).toBe(1);
	run.comfy.switches.loseRequest = false;
	run.tab.manager.retry(run.id);
	expect(await run.end()).toMatchObject(done);
	expect(run.comfy.posted).toHaveLength(1);
});

test('scenario 8: the POST arrives late, out of a buffer on the way: waited for, or found by Retry, never sent again', async () => {
	const soon = stage({ lateRequestMs: 10_000 });
	expect(await soon.end()).toMatchObject(done);
	const late = stage({ lateRequestMs: 40_000, steps: 60 });
	await late.comfy.advance(30_000);
	expect(late.job()).toMatchObject(failedWith('unreachable'));
	await late.comfy.advance(30_000);
	late.tab.manager.retry(late.id);
	expect(await late.end()).toMatchObject(done);
	for (const run of [soon, late]) expect(run.comfy.posted).toHaveLength(1);
});

test('scenario 9: duplicate, late and reordered events, also of an old socket, change no end and no progress back', async () => {
	const run = stage({ steps: 30 }, { duplicate: 0.8, reorder: 0.8, jitterMs: 2_000 });
	await run.running();
	let fraction = 0;
	for (let i = 0; i < 20; i++) {
		if (i % 5 === 0) run.proxy.cut();
		await run.comfy.advance(1_000);
		expect(run.job()?.fraction).toBeGreaterThanOrEqual(fraction);
		fraction = run.job()?.fraction ?? 0;
	}
	expect(await run.end()).toMatchObject(done);
});

test('scenario 10: events of a foreign prompt, and events without a prompt id, move nothing', async () => {
	const run = stage({ steps: 10, stepMs: 20_000 }, { foreign: 1 });
	await run.running();
	await run.comfy.advance(15_000);
	for (const data of [{ prompt_id: 'foreign', node: '3' }, { node: '3' }])
		run.comfy.broadcast({ type: 'progress', data: { ...data, value: 10, max: 10 } });
	run.comfy.broadcast({ type: 'execution_success', data: { prompt_id: 'foreign' } });
	run.comfy.broadcast({ type: 'executing', data: { node: null } });
	await run.comfy.advance(1_000);
	expect(run.job()).toMatchObject({ state: 'running', phase: 'running' });
	expect(run.job()?.step).toBeUndefined();
	expect(await run.end(300_000)).toMatchObject(done);
});

test('scenario 11: preview frames of types 1, 2, 3, 4 and 99, truncated and with a length of 2^32-1, break nothing', async () => {
	const run = stage({ steps: 20 });
	await run.running();
	for (const type of [1, 2, 3, 4, 99])
		for (const length of [0, 1, 7, 2 ** 32 - 1])
			for (const size of [0, 3, 4, 7, 8, 9, 40]) {
				const frame = new Uint8Array(size);
				const view = new DataView(frame.buffer);
				if (size >= 4) view.setUint32(0, type);
				if (size >= 8) view.setUint32(4, length);
				for (const socket of run.comfy.sockets) socket.send(frame.buffer);
			}
	expect(await run.end()).toMatchObject(done);
});

test.each([0, 5_000, 20_000])(
	'scenario 12: history lags %i ms behind the end of the run',
	async (historyLagMs) => {
		expect(await stage({ historyLagMs }).end()).toMatchObject(done);
		expect(await stage({}, { historyLagMs }).end()).toMatchObject(done);
	},
);

test('scenario 13: everything comes out of the cache in 5 ms', async () => {
	const run = stage({ cached: true });
	expect(await run.end()).toMatchObject({ ...done, fromCache: true });
});

test('scenario 14: a gateway page, a sign-in page and a catch-all index instead of JSON', async () => {
	// Before anything was sent it is told at once.
	const signIn = stage({}, { answers: [htmlFor(/./)] });
	expect(await signIn.end()).toMatchObject(failedWith('protocol'));
	const gateway = stage({}, { answers: [htmlFor(/./, 502)] });
	expect(await gateway.end()).toMatchObject(failedWith('unreachable'));
	// Instead of the answer to the POST: it came through all the same, or it did not.
	for (const status of [200, 500, 504]) {
		const came = stage({}, { answers: [htmlFor(/^POST \/prompt/, status, true)] });
		expect(await came.end()).toMatchObject(done);
		const lost = stage({}, { answers: [htmlFor(/^POST \/prompt/, status)] });
		await lost.comfy.advance(60_000);
		expect(lost.job()?.state).toBe('failed');
		lost.proxy.heal();
		lost.tab.manager.retry(lost.id);
		expect(await lost.end()).toMatchObject(done);
		expect(lost.comfy.posted).toHaveLength(1);
	}
	// While it runs, and when the video is fetched, it is waited for.
	const later = stage({ steps: 10 });
	await later.running();
	later.proxy.set({ answers: [htmlFor(/^GET/)] });
	await later.comfy.advance(120_000);
	expect(later.job()?.state).toBe('running');
	later.proxy.heal();
	expect(await later.end()).toMatchObject(done);
});

test('scenario 15: a redirect from http to https turns the POST into a GET: nothing is sent, and it says so', async () => {
	const redirected = { exec_info: { queue_remaining: 0 } };
	const run = stage({}, { answers: [plainFor(/^POST \/prompt/, 200, JSON.stringify(redirected))] });
	expect(await run.end()).toMatchObject(failedWith('protocol'));
	expect(run.comfy.posted).toHaveLength(0);
});

test('scenario 16: IPv6, 127.0.0.1 and localhost are three names; each is used as it is given', async () => {
	const urls = ['[::1]:8188', '127.0.0.1:8188', 'localhost:8188'].map((text) => parseBaseUrl(text));
	expect(urls.map((url) => url.ok && socketUrl(url.value, 'c'))).toEqual([
		'ws://[::1]:8188/ws?clientId=c',
		'ws://127.0.0.1:8188/ws?clientId=c',
		'ws://localhost:8188/ws?clientId=c',
	]);
});

test('scenario 17: NaN and Infinity in frames, history and object_info', async () => {
	const withNan = (platform: ComfyPlatform): ComfyPlatform => ({
		...platform,
		async fetch(url, init) {
			const response = await platform.fetch(url, init);
			if (!/history|object_info/.test(url)) return response;
			const text = (await response.text()).replace(/^\{(?=")/, '{"odd":[NaN,-Infinity],');
			const json = url.includes('history') ? text.replace('"odd":[NaN,-Infinity],', '') : text;
			return {
				...response,
				text: async () => json.replace('"completed":true', '"completed":true,"loss":NaN'),
			};
		},
	});
	const run = stage({ steps: 10 }, {}, { wrap: withNan });
	await run.running();
	const prompt = run.job()?.remote?.promptId;
	const frame = `{"type":"progress","data":{"prompt_id":"${prompt}","node":"3","value":NaN,"max":Infinity}}`;
	for (const socket of run.comfy.sockets) socket.send(frame);
	expect(await run.end()).toMatchObject(done);
});

test('scenario 18: a large, slow object_info costs nothing: only our classes are asked for, and one that lacks is named', async () => {
	const slow = stage({}, { latencyMs: 12_000 });
	expect(await slow.end(600_000)).toMatchObject(done);
	expect(slow.calls(/^GET \/object_info$/)).toBe(0);
	expect(slow.calls(/^GET \/object_info\//)).toBeLessThan(20);
	const { WanTrackToVideo: _gone, ...without } = objectInfo;
	expect(await stage({ objectInfo: without }).end()).toMatchObject({
		error: { kind: 'missingNodes', classes: ['WanTrackToVideo'] },
	});
});

test('scenario 19: offline and online again, or another network: asked at once, not at the next beat', async () => {
	const run = stage({ steps: 3 });
	await run.running();
	run.proxy.set({ silent: true });
	run.proxy.breakSilently();
	await run.comfy.advance(25_000);
	run.proxy.heal();
	run.tab.wake();
	await run.comfy.advance(500);
	expect(run.job()).toMatchObject(done);
	await run.end();
});

test('scenario 20: a hidden page asks every 10 s, a shown one every 2 s and at once; a discarded one is found again', async () => {
	const run = stage({ steps: 600 }, { refuseSockets: true });
	await run.running();
	const asked = async (ms: number): Promise<number> => {
		const before = run.calls(/^GET \/queue/);
		await run.comfy.advance(ms);
		return run.calls(/^GET \/queue/) - before;
	};
	expect(await asked(60_000)).toBe(30);
	run.tab.setHidden(true);
	await run.comfy.advance(10);
	expect(await asked(60_000)).toBe(6);
	run.tab.setHidden(false);
	expect(await asked(10)).toBe(1);
	run.tab.crash();
	await run.comfy.advance(700_000);
	const again = run.world.openTab();
	await run.comfy.advance(3_000);
	expect(run.job(again)).toMatchObject(done);
	again.close();
});

test('scenario 21: the server restarts in the middle of a run: lost, told within 30 s, and Retry makes it anew', async () => {
	const run = stage({ steps: 20 });
	await run.running();
	run.comfy.restart();
	await run.comfy.advance(30_000);
	expect(run.job()).toMatchObject({ state: 'lost' });
	const { document, seed } = run.job()!;
	run.tab.manager.retry(run.id);
	await run.comfy.advance(100_000);
	expect(run.job()).toMatchObject({ state: 'done', seed });
	expect(run.job()?.document).toBe(document);
	await run.end();
});

test('scenario 22: the server restarts while the run waits in its queue', async () => {
	const run = stage();
	run.comfy.occupy(3_600_000);
	await run.comfy.advance(20_000);
	expect(run.job()).toMatchObject({ state: 'queued', position: 1 });
	run.comfy.restart();
	await run.comfy.advance(30_000);
	expect(run.job()).toMatchObject({ state: 'lost' });
	await run.end();
});

test('scenario 23: the process is killed for want of memory and comes back minutes later: waiting, then lost', async () => {
	const run = stage({ steps: 20 }, {}, { stallMs: 60_000 });
	await run.running();
	run.comfy.restart();
	run.comfy.switches.down = true;
	await run.comfy.advance(300_000);
	expect(run.job()).toMatchObject({ state: 'running' });
	expect(run.job()?.stalledMs).toBeGreaterThan(60_000);
	run.comfy.switches.down = false;
	await run.comfy.advance(45_000);
	expect(run.job()).toMatchObject({ state: 'lost' });
	await run.end();
});

test('scenario 24: the GPU is out of memory: a failure that says so', async () => {
	const run = stage({
		fail: { type: 'torch.OutOfMemoryError', message: 'Allocation on device 0' },
	});
	expect(await run.end()).toMatchObject({ error: { kind: 'execution', outOfMemory: true } });
});

test('scenario 25: the worker thread is dead: a notice, never a failure; cancelling gives it up', async () => {
	const run = stage({ steps: 20 });
	await run.running();
	run.comfy.switches.workerDead = true;
	await run.comfy.advance(3_600_000);
	expect(run.job()).toMatchObject({ state: 'running' });
	expect(run.job()?.stalledMs).toBeGreaterThan(3_000_000);
	run.tab.manager.cancel(run.id);
	expect(await run.end(400_000, true)).toMatchObject({ state: 'cancelled' });
});

test('scenario 26: a step of 170 s and 120 s of silent decoding raise no alarm', async () => {
	const run = stage({ steps: 4, stepMs: 170_000 });
	const alarms: number[] = [];
	run.tab.manager.subscribe(() => alarms.push(run.job()?.stalledMs ?? 0));
	expect(await run.end(1_200_000)).toMatchObject(done);
	expect(Math.max(...alarms)).toBe(0);
});

test('scenario 27: another person clears the history: a file that the socket told of is fetched all the same', async () => {
	const told = stage({ steps: 2, historyLagMs: 1 });
	while (told.comfy.truthOf(told.comfy.posted[0] ?? '') !== 'succeeded')
		await told.comfy.advance(1);
	told.proxy.set({ down: true });
	await told.comfy.advance(5_000);
	told.comfy.clearHistory();
	told.proxy.heal();
	expect(await told.end()).toMatchObject(done);
	const silent = stage({ steps: 2 }, { refuseSockets: true });
	await silent.running();
	silent.proxy.set({ down: true });
	await silent.comfy.advance(20_000);
	silent.comfy.clearHistory();
	silent.proxy.heal();
	expect(await silent.end()).toMatchObject({ state: 'lost' });
});

test('scenario 28: 200 with node_errors for SaveVideo: a failure now, not after 8 minutes without a video', async () => {
	const nodeErrors = {
		'258': {
			errors: [{ type: 'x', message: 'Bad', details: '', extra_info: { input_name: 'format' } }],
			dependent_outputs: ['258'],
			class_type: 'SaveVideo',
		},
	};
	const run = stage({ steps: 100 }, { nodeErrors });
	await run.comfy.advance(5_000);
	expect(run.job()).toMatchObject(failedWith('validation'));
	expect(run.calls(/^POST \/api\/jobs\/.*\/cancel/)).toBe(1);
	await run.comfy.advance(10_000);
	expect(run.comfy.truthOf(run.comfy.posted[0]!)).toMatch(/interrupted|deleted/);
	run.tab.close();
});

const refusal = (nodeErrors: unknown, type = 'prompt_outputs_failed_validation'): FakeAnswer => ({
	status: 400,
	body: JSON.stringify({
		error: { type, message: 'Prompt outputs failed validation', details: '', extra_info: {} },
		node_errors: nodeErrors,
	}),
});
const notInList = (node: string, classType: string, input: string, value: string) => ({
	[node]: {
		errors: [
			{
				type: 'value_not_in_list',
				message: 'Value not in list',
				details: `${input}: '${value}' not in ['other']`,
				extra_info: { input_name: input, input_config: [['other'], {}], received_value: value },
			},
		],
		dependent_outputs: ['258'],
		class_type: classType,
	},
});

test('scenario 29: 400 for a missing model, a missing node and a value that is not in the list, each by name', async () => {
	const unet = notInList('140', 'UNETLoader', 'unet_name', 'mine.safetensors');
	expect(await stage({ refuse: refusal(unet) }).end()).toMatchObject({
		error: { kind: 'missingModel', file: 'mine.safetensors', folder: 'diffusion_models' },
	});
	const node = {
		status: 400,
		body: JSON.stringify({
			error: {
				type: 'missing_node_type',
				message: 'gone',
				extra_info: { class_type: 'WanTrackToVideo' },
			},
			node_errors: {},
		}),
	};
	expect(await stage({ refuse: node }).end()).toMatchObject({
		error: { kind: 'missingNodes', classes: ['WanTrackToVideo'] },
	});
	const sampler = notInList('3', 'KSampler', 'sampler_name', 'new_one');
	expect(await stage({ refuse: refusal(sampler) }).end()).toMatchObject({
		error: { kind: 'validation', problems: [{ node: 'Sampler', field: 'sampler' }] },
	});
});

test('scenario 30: a model file is renamed between object_info and POST: missing, with what is there now', async () => {
	const vae = notInList('39', 'VAELoader', 'vae_name', models.vae);
	expect(await stage({ refuse: refusal(vae) }).end()).toMatchObject({
		error: { kind: 'missingModel', file: models.vae, folder: 'vae', available: ['other'] },
	});
});

test('scenario 31: execution_error of a blocked branch, then success: the video is what counts', async () => {
	expect(await stage({ blocked: true }).end()).toMatchObject(done);
});

test('scenario 32: somebody else interrupts the run', async () => {
	const run = stage({ steps: 100 });
	await run.running();
	run.comfy.interruptAll();
	expect(await run.end()).toMatchObject(failedWith('interrupted'));
});

test('scenario 33: the disk is full: the node says so in its own words; an upload gets 500', async () => {
	const output = stage({
		fail: { type: 'OSError', message: '[Errno 28] No space left on device' },
	});
	expect(await output.end()).toMatchObject({
		error: {
			kind: 'execution',
			exception: 'OSError',
			message: expect.stringContaining('No space'),
		},
	});
	const upload = stage({ refuseUpload: { status: 500, body: '500', contentType: 'text/plain' } });
	expect(await upload.end()).toMatchObject({ error: { kind: 'upload', status: 500 } });
	expect(upload.comfy.posted).toHaveLength(0);
});

test('scenario 34: an upload is too large, fails, or is cut half way: named, nothing sent, and Retry works', async () => {
	const limit = 'Maximum request body size 104857600 exceeded.';
	const large = stage({}, { answers: [plainFor(/^POST \/upload/, 413, limit)] });
	expect(await large.end()).toMatchObject({ error: { kind: 'upload', status: 413, text: limit } });
	const cut = stage({}, { latencyMs: 50 });
	while (cut.calls(/^POST \/upload/) === 0) await cut.comfy.advance(10);
	cut.proxy.cut();
	await cut.comfy.advance(1_000);
	expect(cut.job()).toMatchObject(failedWith('unreachable'));
	expect(cut.comfy.posted).toHaveLength(0);
	cut.tab.manager.retry(cut.id);
	expect(await cut.end()).toMatchObject(done);
});

test('scenario 35: the name is taken by another picture: the name that the server gives is used and kept', async () => {
	const run = stage({ uploadName: 'start (1).png' });
	expect(await run.end()).toMatchObject({
		...done,
		remote: { uploads: ['wanati/start (1).png'] },
	});
	const post = run.comfy.requests.find(({ url }) => url.endsWith('/prompt'));
	expect(post?.body).toMatchObject({
		prompt: { '240': { inputs: { image: 'wanati/start (1).png' } } },
	});
});

test('scenario 36: an old server without jobs that interrupts whatever runs: nobody else is stopped', async () => {
	const old = { jobsApi: false, interruptById: false };
	const waiting = stage(old);
	waiting.comfy.occupy(60_000);
	await waiting.comfy.advance(10_000);
	waiting.tab.manager.cancel(waiting.id);
	await waiting.comfy.advance(1_000);
	expect(waiting.job()).toMatchObject({ state: 'cancelled' });
	await waiting.end(100_000, true);
	expect(waiting.calls(/^POST \/interrupt/)).toBe(0);
	const running = stage({ ...old, steps: 100 });
	await running.running();
	running.tab.manager.cancel(running.id);
	expect(await running.end(20_000, true)).toMatchObject({ state: 'cancelled' });
	expect(await stage(old).end()).toMatchObject(done);
});

test('scenario 37: history says done and the file is gone (404): told as such, also for an answer out of the cache', async () => {
	const gone = { status: 404, body: '', contentType: 'application/octet-stream' };
	for (const cached of [false, true]) {
		const run = stage({ video: gone, cached });
		await run.comfy.advance(100_000);
		expect(run.job()).toMatchObject({
			state: 'failed',
			error: { kind: 'outputGone', file: 'video/ComfyUI_00001_.mp4', fromCache: cached },
		});
		run.tab.close();
	}
});

test('scenario 38: a cut, moov-less, empty or wrongly typed file: never done; a whole one after it is taken', async () => {
	const bad: readonly FakeAnswer[] = [
		{ status: 200, body: new Uint8Array() },
		{ status: 200, body: tinyMp4.slice(0, 12) },
		{ status: 200, body: tinyMp4.slice(0, 16) },
		{ status: 200, body: 'not a video', contentType: 'video/mp4' },
	];
	for (const video of bad) {
		const run = stage({ video });
		await run.comfy.advance(100_000);
		expect(run.job()).toMatchObject(failedWith('noVideo'));
		run.tab.close();
	}
	const cut = stage({}, { viewShare: 0.7 });
	while (cut.calls(/^GET \/view/) === 0) await cut.comfy.advance(10);
	cut.proxy.heal();
	expect(await cut.end()).toMatchObject(done);
	// Its type does not matter: the bytes are looked at.
	const typed = { status: 200, body: tinyMp4, contentType: 'application/octet-stream' };
	expect(await stage({ video: typed }).end()).toMatchObject(done);
});

test('scenario 38: fewer frames than asked for, three times the same, is told by its real count', async () => {
	const facts = { width: 832, height: 480, fps: 16, playable: true };
	let reads = 0;
	const probe: VideoProbe = async () => ({
		ok: true,
		value: { ...facts, frameCount: ++reads < 2 ? 40 : 81 },
	});
	expect(await stage({}, {}, { probe }).end()).toMatchObject({ video: { frameCount: 81 } });
	const short: VideoProbe = async () => ({ ok: true, value: { ...facts, frameCount: 77 } });
	expect(await stage({}, {}, { probe: short }).end()).toMatchObject({
		state: 'done',
		video: { frameCount: 77 },
	});
	const damaged: VideoProbe = async () => ({ ok: false, error: 'The video file is damaged.' });
	const run = stage({}, {}, { probe: damaged });
	await run.comfy.advance(100_000);
	expect(run.job()).toMatchObject(failedWith('noVideo'));
	run.tab.close();
});

test('scenario 39: a codec that this browser cannot show: the video is kept, and known not to play', async () => {
	const probe: VideoProbe = async () => ({
		ok: true,
		value: { width: 832, height: 480, frameCount: 81, fps: 16, playable: false },
	});
	const run = stage({}, {}, { probe });
	const ended = await run.end();
	expect(ended).toMatchObject({ state: 'done', video: { playable: false } });
	expect(await run.tab.manager.getVideo(run.id)).toEqual(tinyMp4);
});

test("scenario 40: the server's clock is hours off: times are our own", async () => {
	for (const hours of [-9, 9]) {
		const run = stage({ clockAheadMs: hours * 3_600_000 });
		const { startedAt = 0, finishedAt = 0 } = (await run.end()) ?? {};
		expect(finishedAt - startedAt).toBeGreaterThan(3_000);
		expect(finishedAt - startedAt).toBeLessThan(20_000);
	}
});
