import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createFakeComfy, type FakeComfy } from '#comfy/testing/fakeComfy.ts';
import type { ComfyPlatform } from '#comfy/transport/platform.ts';
import { graphSchema } from '#comfy/workflow/graph.ts';
import { templateDefaults } from '#comfy/workflow/templateDefaults.ts';
import { createFaultProxy } from '#standin/faults/createFaultProxy.ts';
import { createRunWorld } from './testing/createRunWorld.ts';

const read = (path: string): unknown =>
	JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const template = graphSchema.parse(read('../../workflows/video_wan_ati.json'));
const objectInfo = read('../comfy/fixtures/objectInfo.v0_33_0.json') as Record<string, unknown>;
const defaults = templateDefaults(template);
if (!defaults.ok) throw new Error(defaults.error.detail);
const { models } = defaults.value;

/** A run with every phase long enough to be hit: 10 s in the queue, 5 steps of 4 s, 3 s until history has it. */
function slowRun() {
	const comfy = createFakeComfy({ objectInfo, steps: 5, stepMs: 4_000, historyLagMs: 3_000 });
	const proxy = createFaultProxy({
		platform: comfy.platform,
		later: comfy.at,
		faults: { latencyMs: 150 },
	});
	const world = createRunWorld({ comfy, platform: proxy.platform, template, models, writeMs: 40 });
	comfy.occupy(10_000);
	return { comfy, proxy, world };
}

/** Each 30 ms while it is sent, then each 1 s: 85 points from before the first answer to after the last. */
const points = [
	...Array.from({ length: 45 }, (_, i) => 50 + i * 30),
	...Array.from({ length: 40 }, (_, i) => 1_400 + i * 1_000),
];

test.each(['close', 'crash'] as const)(
	'scenario 41: reloading (%s) at any of 85 points finds the right state within 3 s and the video once',
	async (how) => {
		const states = new Set<string>();
		let notSent = 0;
		for (const at of points) {
			const { comfy, world, proxy } = slowRun();
			const before = world.openTab();
			const id = world.generate(before);
			await comfy.advance(at);
			states.add(`${world.job(before, id)?.state} ${world.job(before, id)?.phase}`);
			before[how]();
			const tab = world.openTab();
			await comfy.advance(3_000);
			const job = world.job(tab, id);
			const truth = job?.remote ? comfy.truthOf(job.remote.promptId) : 'never posted';
			const expected: Readonly<Record<string, RegExp>> = {
				'never posted': /queued|failed/,
				waiting: /queued/,
				running: /running/,
				succeeded: /running|done/,
			};
			expect(job?.state, `${truth} ${at} ms`).toMatch(expected[truth] ?? /never/);
			await comfy.advance(120_000);
			if (world.job(tab, id)?.error?.kind === 'notSent') {
				notSent++;
				tab.manager.retry(id);
				await comfy.advance(120_000);
			}
			expect(world.job(tab, id)?.state, `${at} ms`).toBe('done');
			expect(comfy.posted, `${at} ms`).toHaveLength(1);
			expect(world.complaints(tab, { cancelled: false })).toEqual([]);
			tab.close();
			await comfy.advance(10_000);
			expect({ ...proxy.open(), timers: comfy.open().timers }).toEqual({
				sockets: 0,
				requests: 0,
				timers: 0,
			});
		}
		expect([...states].sort()).toEqual([
			'done finishing',
			'queued pending',
			'queued submitting',
			'queued uploading',
			'running finishing',
			'running running',
		]);
		// Only where the page ended between the store and the server.
		expect(notSent).toBeLessThanOrEqual(8);
	},
);

test('a page killed between the store and the POST says that nothing was sent, and Retry sends it', async () => {
	const { comfy, proxy, world } = slowRun();
	const before = world.openTab();
	const id = world.generate(before);
	while (world.job(before, id)?.phase !== 'submitting') await comfy.advance(1);
	// What is sent from here on does not arrive.
	proxy.set({ silent: true });
	await comfy.advance(10_000);
	expect((await world.storage.list())[0]?.remote).toMatchObject({ stage: 'posting' });
	before.crash();
	proxy.heal();
	const tab = world.openTab();
	await comfy.advance(25_000);
	expect(comfy.posted).toHaveLength(0);
	expect(world.job(tab, id)).toMatchObject({ state: 'failed', error: { kind: 'notSent' } });
	tab.manager.retry(id);
	await comfy.advance(120_000);
	expect(world.job(tab, id)?.state).toBe('done');
	expect(comfy.posted).toHaveLength(1);
	tab.close();
});

test('without any WebSocket the result is found within 5 s of history having it, at 40 phases of the beat', async () => {
	let slowest = 0;
	for (let phase = 0; phase < 40; phase++) {
		const comfy = createFakeComfy({ objectInfo, steps: 1, stepMs: 10_000 + phase * 97 });
		const proxy = createFaultProxy({
			platform: comfy.platform,
			later: comfy.at,
			faults: { refuseSockets: true, latencyMs: 100, jitterMs: 200 },
		});
		const world = createRunWorld({ comfy, platform: proxy.platform, template, models });
		const tab = world.openTab();
		const id = world.generate(tab);
		while (comfy.truthOf(comfy.posted[0] ?? '') !== 'succeeded') await comfy.advance(50);
		const there = comfy.platform.now();
		while (world.job(tab, id)?.state !== 'done') await comfy.advance(50);
		slowest = Math.max(slowest, comfy.platform.now() - there);
		tab.close();
	}
	expect(slowest).toBeLessThan(5_000);
});

test('200 runs one after the other leave no socket, timer, request or listener, and the heap flat', async () => {
	let comfy: FakeComfy = createFakeComfy({ objectInfo });
	const start = comfy.platform.now();
	// A new server for each run, so that what a fake remembers does not count.
	const platform: ComfyPlatform = {
		fetch: (url, init) => comfy.platform.fetch(url, init),
		WebSocket: class {
			constructor(url: string) {
				// biome-ignore lint/correctness/noConstructorReturn: the socket of the server of the moment
				return new comfy.platform.WebSocket(url) as never;
			}
		} as unknown as ComfyPlatform['WebSocket'],
		now: () => comfy.platform.now(),
		setTimeout: (callback, ms) => comfy.platform.setTimeout(callback, ms),
		clearTimeout: (handle) => comfy.platform.clearTimeout(handle),
		randomBytes: (count) => comfy.platform.randomBytes(count),
	};
	const facade: FakeComfy = {
		...comfy,
		at: (ms, callback) => comfy.at(ms, callback),
	};
	const world = createRunWorld({ comfy: facade, platform, template, models });
	const tab = world.openTab();
	await comfy.advance(10);
	const collect = collectGarbage();
	const heap: number[] = [];
	for (let run = 1; run <= 200; run++) {
		const id = world.generate(tab);
		await comfy.advance(60_000);
		expect(world.job(tab, id)?.state).toBe('done');
		tab.manager.remove(id);
		await comfy.advance(100);
		expect(comfy.open()).toEqual({ timers: 0, sockets: 0, requests: 0 });
		expect(tab.listeners()).toBe(0);
		comfy = createFakeComfy({ objectInfo });
		if (run % 10 === 0) {
			await collect();
			heap.push(process.memoryUsage().heapUsed / 1024);
		}
	}
	expect(start).toBeGreaterThan(0);
	// KiB a run, over the last 150: the first ones fill caches.
	const slope = slopeOf(heap.slice(5)) / 10;
	process.stdout.write(`heap slope over 200 runs: ${slope.toFixed(2)} KiB a run\n`);
	expect(slope).toBeLessThan(8);
	tab.close();
});

/** Twice, with a turn of the event loop between: what finalizers let go of counts as gone. */
function collectGarbage(): () => Promise<void> {
	setFlagsFromString('--expose-gc');
	const gc = runInNewContext('gc') as () => void;
	return async () => {
		gc();
		await new Promise((resolve) => setTimeout(resolve, 5));
		gc();
	};
}

/** Least squares over 0, 1, 2 ... */
function slopeOf(values: readonly number[]): number {
	const middle = (values.length - 1) / 2;
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	let above = 0;
	let below = 0;
	values.forEach((value, index) => {
		above += (index - middle) * (value - mean);
		below += (index - middle) ** 2;
	});
	return above / below;
}
