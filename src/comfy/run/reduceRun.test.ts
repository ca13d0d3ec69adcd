import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SocketMessage } from '../protocol/parseSocketMessage.ts';
import type { Verdict } from './judgeHistory.ts';
import { lostAfterMs, neverSeenAfterMs, reduceRun, silenceOf } from './reduceRun.ts';
import type { RunPlan } from './runPlan.ts';
import { type RunFact, type RunState, startRun } from './runState.ts';

const plan: RunPlan = {
	promptId: 'mine',
	saveNode: '258',
	samplerNode: '3',
	weights: { '140': 2, '248': 1, '3': 80, '8': 10, '258': 1 },
	titles: {},
};
const message = (m: SocketMessage, at = 0): RunFact => ({ type: 'message', message: m, at });
const run = (facts: readonly RunFact[], from: RunState = startRun(0)): RunState =>
	facts.reduce((state, fact) => reduceRun(state, fact, plan), from);
const done: Verdict = {
	state: 'done',
	file: { filename: 'a.mp4', subfolder: '', type: 'output' },
	fromCache: false,
};

const ids = fc.constantFrom('140', '248', '3', '8', '258', 'unknown');
const owner = fc.constantFrom('mine', 'mine', 'foreign');
const progress = fc.record({
	value: fc.integer({ min: -1, max: 25 }),
	max: fc.constantFrom(0, 1, 20),
});
const anyMessage: fc.Arbitrary<SocketMessage> = fc.oneof(
	fc.constant<SocketMessage>({ type: 'status', remaining: 1 }),
	owner.map((promptId): SocketMessage => ({ type: 'executionStart', promptId })),
	fc.tuple(owner, fc.array(ids)).map(
		([promptId, nodes]): SocketMessage => ({
			type: 'executionCached',
			promptId,
			nodes,
		}),
	),
	fc.tuple(owner, fc.option(ids)).map(
		([promptId, node]): SocketMessage => ({
			type: 'executing',
			promptId,
			node,
		}),
	),
	fc.tuple(owner, ids, progress).map(
		([promptId, node, p]): SocketMessage => ({
			type: 'progress',
			promptId,
			node,
			...p,
		}),
	),
	fc.tuple(owner, ids, progress, fc.constantFrom('running', 'finished')).map(
		([promptId, node, p, state]): SocketMessage => ({
			type: 'progressState',
			promptId,
			nodes: { [node]: { ...p, state } },
		}),
	),
	owner.map((promptId): SocketMessage => ({ type: 'executionSuccess', promptId })),
	owner.map((promptId): SocketMessage => ({ type: 'executionError', promptId })),
	owner.map((promptId): SocketMessage => ({ type: 'executionInterrupted', promptId })),
);
const times = fc.integer({ min: 0, max: 20_000 });
const anyLiveFact: fc.Arbitrary<RunFact> = fc.oneof(
	fc.tuple(anyMessage, times).map(([m, at]) => message(m, at)),
	fc.record({
		type: fc.constant('queued' as const),
		place: fc.constantFrom('running' as const, 'pending' as const),
		ahead: fc.nat(5),
		at: times,
	}),
	fc.record({ type: fc.constant('clock' as const), at: times }),
	fc.record({ type: fc.constant('absent' as const), confirmed: fc.constant(true), at: times }),
);

test('socket messages never end a run, and neither does anything but history or absence', () => {
	fc.assert(
		fc.property(fc.array(anyLiveFact), (facts) => {
			expect(run(facts).end).toBeUndefined();
		}),
	);
});

test('the end is the same in whatever order facts arrive', () => {
	const history: RunFact = { type: 'history', verdict: done, at: 5 };
	fc.assert(
		fc.property(fc.array(fc.tuple(anyLiveFact, fc.nat())), fc.nat(), (facts, when) => {
			const mixed = [...facts, [history, when] as const].sort((a, b) => a[1] - b[1]);
			expect(run(mixed.map(([fact]) => fact)).end).toEqual(done);
		}),
	);
});

test('an ended run never changes', () => {
	const ended = run([{ type: 'history', verdict: done, at: 1 }]);
	fc.assert(fc.property(anyLiveFact, (fact) => reduceRun(ended, fact, plan) === ended));
});

test('progress, step and phase never fall, and progress stays within 0 and 1', () => {
	const rank = { pending: 0, running: 1, finishing: 2, ended: 3 };
	fc.assert(
		fc.property(fc.array(anyLiveFact), (facts) => {
			let state = startRun(0);
			for (const fact of facts) {
				const next = reduceRun(state, fact, plan);
				expect(next.fraction).toBeGreaterThanOrEqual(state.fraction);
				expect(next.fraction).toBeLessThanOrEqual(1);
				expect(next.step?.value ?? 0).toBeGreaterThanOrEqual(state.step?.value ?? 0);
				expect(rank[next.phase]).toBeGreaterThanOrEqual(rank[state.phase]);
				state = next;
			}
		}),
	);
});

test('a fact told twice changes nothing more', () => {
	fc.assert(
		fc.property(fc.array(anyLiveFact), anyLiveFact, (facts, fact) => {
			const once = run([...facts, fact]);
			expect(reduceRun(once, fact, plan)).toEqual(once);
		}),
	);
});

test("messages of other runs, and those without a run's id, change nothing", () => {
	const start = startRun(0);
	for (const m of [
		{ type: 'executing', promptId: 'foreign', node: '3' },
		{ type: 'executing', promptId: undefined, node: '3' },
		{ type: 'progress', promptId: undefined, node: '3', value: 3, max: 4 },
		{ type: 'status', remaining: 3 },
	] as const satisfies readonly SocketMessage[])
		expect(run([message(m, 9)], start)).toBe(start);
});

test("the bar is the nodes' shares, cached ones done, the sampler by its steps", () => {
	const cached = message({ type: 'executionCached', promptId: 'mine', nodes: ['140', '248'] });
	const half = message({ type: 'progress', promptId: 'mine', node: '3', value: 10, max: 20 });
	expect(run([cached]).fraction).toBeCloseTo(3 / 94);
	expect(run([cached, half]).fraction).toBeCloseTo(43 / 94);
	expect(run([half, cached])).toMatchObject({ step: { value: 10, max: 20 }, node: '3' });
});

test('a run absent from queue and history for long is lost; seen again, it is not', () => {
	const absent = (at: number): RunFact => ({ type: 'absent', confirmed: true, at });
	expect(run([absent(0), absent(lostAfterMs - 1)]).end).toBeUndefined();
	expect(run([absent(0), absent(lostAfterMs)]).end).toEqual({ state: 'lost' });
	const seen: RunFact = { type: 'queued', place: 'running', ahead: 0, at: 5 };
	expect(run([absent(0), seen, absent(lostAfterMs)]).end).toBeUndefined();
});

test('a run that never came is given up sooner', () => {
	const absent = (at: number): RunFact => ({ type: 'absent', confirmed: false, at });
	expect(run([absent(0), absent(neverSeenAfterMs)]).end).toEqual({ state: 'lost' });
});

test('an interrupted run is cancelled if we asked, else interrupted', () => {
	const interrupted: RunFact = { type: 'history', verdict: { state: 'interrupted' }, at: 1 };
	const asked: RunFact = { type: 'cancelRequested', at: 0 };
	expect(run([asked, interrupted]).end).toEqual({ state: 'cancelled' });
	expect(run([interrupted]).end).toEqual({ state: 'interrupted' });
});

test('a cancel that comes too late leaves the video', () => {
	const facts: RunFact[] = [
		{ type: 'cancelRequested', at: 0 },
		{ type: 'history', verdict: done, at: 1 },
	];
	expect(run(facts).end).toEqual(done);
});

test('a run deleted from the queue at our wish is cancelled at the first absence', () => {
	const facts: RunFact[] = [
		{ type: 'queued', place: 'pending', ahead: 1, at: 0 },
		{ type: 'cancelRequested', at: 1 },
		{ type: 'absent', confirmed: true, at: 2 },
	];
	expect(run(facts).end).toEqual({ state: 'cancelled' });
});

test('waiting in the queue is no silence, running without news is', () => {
	const wait: RunFact = { type: 'queued', place: 'pending', ahead: 2, at: 100_000 };
	expect(silenceOf(run([wait, { type: 'clock', at: 100_500 }]))).toBe(500);
	const works = (at: number): RunFact => ({ type: 'queued', place: 'running', ahead: 0, at });
	expect(silenceOf(run([works(0), works(90_000), { type: 'clock', at: 90_000 }]))).toBe(90_000);
});
