import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createFakeComfy } from '#comfy/testing/fakeComfy.ts';
import { graphSchema } from '#comfy/workflow/graph.ts';
import { templateDefaults } from '#comfy/workflow/templateDefaults.ts';
import { createFaultProxy, type FaultProxy } from '#standin/faults/createFaultProxy.ts';
import { createSeededRandom } from '#standin/faults/createSeededRandom.ts';
import { htmlFor } from '#standin/faults/faults.ts';
import { createRunWorld, type Tab } from './testing/createRunWorld.ts';

const read = (path: string): unknown =>
	JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const template = graphSchema.parse(read('../../workflows/video_wan_ati.json'));
const objectInfo = read('../comfy/fixtures/objectInfo.v0_33_0.json') as Record<string, unknown>;
const defaults = templateDefaults(template);
if (!defaults.ok) throw new Error(defaults.error.detail);
const { models } = defaults.value;

/*
 * One run each under faults that a seed chooses. `npm run test:long faults` plays 1000 new ones;
 * `FAULT_SEED=17 FAULT_SCHEDULES=1 npm run test:unit src/jobs/schedules` plays one again.
 */
const count = Number(process.env.FAULT_SCHEDULES ?? '100');
const firstSeed = Number(process.env.FAULT_SEED ?? '1');
const seeds = Array.from({ length: count }, (_, index) => firstSeed + index);

test.each(seeds)('schedule %i: nothing lost, nothing false, nothing twice', async (seed) => {
	const { complaints, story, open } = await play(seed);
	expect(complaints, story.join('\n')).toEqual([]);
	expect(open, story.join('\n')).toEqual({ timers: 0, sockets: 0, requests: 0, listeners: 0 });
});

async function play(seed: number) {
	const random = createSeededRandom(seed);
	const between = (low: number, high: number): number => low + Math.floor(random() * (high - low));
	const chance = (share: number): boolean => random() < share;
	const story: string[] = [];
	const comfy = createFakeComfy({
		objectInfo,
		steps: between(1, 9),
		stepMs: between(20, chance(0.2) ? 120_000 : 8_000),
		historyLagMs: chance(0.3) ? between(0, 20_000) : 0,
		jobsApi: chance(0.5),
		interruptById: chance(0.8),
		cached: chance(0.1),
		clockAheadMs: between(-8, 8) * 3_600_000,
	});
	if (chance(0.1)) comfy.switches.fail = { type: 'RuntimeError', message: 'boom' };
	if (chance(0.1)) comfy.switches.blocked = true;
	const proxy: FaultProxy = createFaultProxy({
		platform: comfy.platform,
		later: comfy.at,
		seed,
		faults: {
			latencyMs: chance(0.5) ? between(0, 300) : 0,
			jitterMs: chance(0.5) ? between(0, 400) : 0,
			refuseSockets: chance(0.1),
			slowCloseMs: chance(0.3) ? between(0, 40_000) : 0,
			duplicate: chance(0.5) ? random() / 2 : 0,
			reorder: chance(0.5) ? random() / 2 : 0,
			foreign: chance(0.5) ? random() / 2 : 0,
		},
	});
	const world = createRunWorld({
		comfy,
		platform: proxy.platform,
		template,
		models,
		tabs: chance(0.5) ? 'locks' : 'election',
	});
	if (chance(0.3)) comfy.occupy(between(1, 60_000));
	// What goes wrong while the run is being sent.
	const sending = chance(0.4);
	if (sending) proxy.set({ resetBefore: random() / 100, resetAfter: random() / 100 });
	if (sending && chance(0.3))
		proxy.set({ answers: [htmlFor(/^POST \/prompt/, chance(0.5) ? 504 : 500, chance(0.7))] });
	if (sending && chance(0.1)) comfy.switches.lateRequestMs = between(1, 12_000);
	if (sending && chance(0.3)) comfy.switches[chance(0.5) ? 'loseAnswer' : 'loseRequest'] = true;

	const tabs: Tab[] = [world.openTab()];
	const live = (): Tab => {
		if (tabs.length === 0) tabs.push(world.openTab());
		return tabs[0]!;
	};
	const id = world.generate(live());
	let cancelled = false;
	if (!sending) {
		for (let i = 0; i < 50 && comfy.posted.length === 0; i++) await comfy.advance(100);
		proxy.set({ resetBefore: random() / 5, resetAfter: random() / 5 });
	}
	const forAWhile = async (patch: Parameters<FaultProxy['set']>[0], ms: number): Promise<void> => {
		proxy.set(patch);
		await comfy.advance(ms);
		proxy.set({ down: false, silent: false, deaf: false, answers: [] });
	};
	const steps: Readonly<Record<string, () => void | Promise<void>>> = {
		cut: () => proxy.cut(),
		breakSilently: () => proxy.breakSilently(between(0, 200_000)),
		down: () => forAWhile({ down: true }, between(100, 120_000)),
		silent: () => forAWhile({ silent: true }, between(100, 120_000)),
		deaf: () => forAWhile({ deaf: true }, between(100, 120_000)),
		html: () =>
			forAWhile({ answers: [htmlFor(/./, chance(0.5) ? 200 : 502)] }, between(100, 60_000)),
		serverDown: async () => {
			comfy.switches.down = true;
			await comfy.advance(between(100, 60_000));
			comfy.switches.down = false;
		},
		reload: async () => {
			const tab = tabs.shift();
			if (chance(0.5)) tab?.close();
			else tab?.crash();
			await comfy.advance(between(0, chance(0.2) ? 300_000 : 10_000));
			live();
		},
		secondTab: () => void tabs.push(world.openTab()),
		closeFirst: () => tabs.shift()?.close(),
		crashFirst: () => tabs.shift()?.crash(),
		sleep: async () => {
			proxy.breakSilently(between(0, 200_000));
			await comfy.sleep(between(60_000, 8 * 3_600_000));
			tabs[0]?.wake();
		},
		putFirst: () => live().manager.putFirst(id),
		hide: async () => {
			const [tab] = tabs;
			tab?.setHidden(true);
			await comfy.advance(between(0, 120_000));
			tab?.setHidden(false);
		},
		restart: () => comfy.restart(),
		clearHistory: () => comfy.clearHistory(),
		clearQueue: () => comfy.clearQueue(),
		interrupt: () => comfy.interruptAll(),
		workerDies: () => {
			comfy.switches.workerDead = true;
		},
		cancel: () => {
			const state = world.job(live(), id)?.state;
			cancelled ||= state === 'queued' || state === 'running';
			live().manager.cancel(id);
		},
	};
	/** Ends of a run that the network is not to blame for come seldom. */
	const seldom = ['restart', 'clearHistory', 'clearQueue', 'interrupt', 'workerDies', 'cancel'];
	const often = Object.keys(steps).filter((name) => !seldom.includes(name));
	for (let n = between(1, 9); n > 0; n--) {
		const waitMs = between(0, chance(0.5) ? 3_000 : 40_000);
		const name = (chance(0.15) ? seldom : often)[between(0, chance(0.15) ? 6 : 14)] ?? 'cut';
		story.push(`after ${waitMs} ms: ${name}`);
		await comfy.advance(waitMs);
		await steps[name]?.();
	}
	proxy.heal();
	Object.assign(comfy.switches, { loseAnswer: false, loseRequest: false, lateRequestMs: 0 });
	live().wake();
	await comfy.advance(1_500_000);
	const failedKind = world.job(live(), id)?.error?.kind ?? '';
	story.push(`ends ${world.job(live(), id)?.state} ${failedKind}`);
	// Asked for again, a run that is there is found, and one that is not is sent once.
	if (['unreachable', 'http', 'protocol', 'notSent'].includes(failedKind)) {
		const before = comfy.posted.length;
		live().manager.retry(id);
		await comfy.advance(1_500_000);
		story.push(`retried: ${world.job(live(), id)?.state}, ${comfy.posted.length - before} posts`);
		if (
			before > 0 &&
			comfy.posted.length > before &&
			comfy.truthOf(comfy.posted[0]!) === 'succeeded'
		)
			story.push('a finished run was sent again');
	}
	const complaints = [
		...world.complaints(live(), { cancelled }),
		...story.filter((line) => line === 'a finished run was sent again'),
	];
	for (const tab of tabs) tab.close();
	await comfy.advance(400_000);
	const listeners = tabs.reduce((sum, tab) => sum + tab.listeners(), 0);
	return {
		complaints,
		story,
		open: { timers: comfy.open().timers, ...proxy.open(), listeners },
	};
}
