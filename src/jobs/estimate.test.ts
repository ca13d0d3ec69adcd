import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyDocument, type WanDocument } from '#core/document/document.ts';
import { expectedSeconds } from './estimate.ts';
import type { JobRecord } from './job.ts';

const sized = (steps: number, length = 81): WanDocument => ({
	...emptyDocument,
	frame: { ...emptyDocument.frame, length },
	shot: { ...emptyDocument.shot, steps },
});
const took = (seconds: number, document = sized(20), more: Partial<JobRecord> = {}): JobRecord => ({
	id: 'x',
	number: 1,
	engine: 'comfy',
	document,
	seed: 1,
	tracksJson: '[]',
	state: 'done',
	phase: 'finishing',
	createdAt: 0,
	startedAt: 1_000,
	finishedAt: 1_000 + seconds * 1000,
	...more,
});

test('before any run 8 minutes are assumed, and said to be', () => {
	expect(expectedSeconds([], sized(20), 'comfy')).toEqual({ seconds: 480, assumed: true });
});

test('a run of the same size tells the time, half the steps take half of it', () => {
	expect(expectedSeconds([took(300)], sized(20), 'comfy')).toEqual({
		seconds: 300,
		assumed: false,
	});
	expect(expectedSeconds([took(300)], sized(10), 'comfy').seconds).toBeCloseTo(150);
});

test('cached, failed and draft runs teach nothing about ComfyUI', () => {
	const jobs = [
		took(1, sized(20), { fromCache: true }),
		took(2, sized(20), { state: 'failed' }),
		took(3, sized(20), { engine: 'draft' }),
	];
	expect(expectedSeconds(jobs, sized(20), 'comfy').assumed).toBe(true);
});

test('runs on the same server count before those elsewhere', () => {
	const on = (serverId: string) => ({ remote: { serverId, promptId: 'p', clientId: 'c' } });
	const jobs = [took(100, sized(20), on('fast')), took(900, sized(20), on('slow'))];
	expect(expectedSeconds(jobs, sized(20), 'comfy', 'fast').seconds).toBeCloseTo(100);
	expect(expectedSeconds(jobs, sized(20), 'comfy', 'slow').seconds).toBeCloseTo(900);
	expect(expectedSeconds(jobs, sized(20), 'comfy', 'new').assumed).toBe(false);
	expect(expectedSeconds([], sized(20), 'comfy', 'new').assumed).toBe(true);
});

test('one slow run among five does not move the number', () => {
	const jobs = [300, 310, 290, 5000, 305].map((seconds) => took(seconds));
	expect(expectedSeconds(jobs, sized(20), 'comfy').seconds).toBeCloseTo(305);
});

test('it is positive and grows with the steps', () => {
	const runs = fc.array(
		fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 50 })),
		{
			minLength: 1,
			maxLength: 1,
		},
	);
	fc.assert(
		fc.property(runs, fc.integer({ min: 4, max: 40 }), (list, steps) => {
			const jobs = list.map(([seconds, of]) => took(seconds, sized(of)));
			const few = expectedSeconds(jobs, sized(steps), 'comfy');
			const more = expectedSeconds(jobs, sized(steps + 1), 'comfy');
			expect(few.seconds).toBeGreaterThan(0);
			if (!few.assumed && !more.assumed) expect(more.seconds).toBeGreaterThan(few.seconds);
		}),
	);
});
