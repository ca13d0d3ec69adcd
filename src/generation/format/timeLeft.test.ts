import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyDocument } from '#core/document/document.ts';
import type { Job } from '#jobs/job.ts';
import { timeLeft } from './timeLeft.ts';

const job = (patch: Partial<Job>): Job => ({
	id: 'a',
	number: 1,
	engine: 'comfy',
	document: emptyDocument,
	seed: 1,
	tracksJson: '[]',
	state: 'running',
	phase: 'running',
	createdAt: 0,
	fraction: 0,
	...patch,
});

test('before a run begins, what is expected is left, and said to be assumed if it is', () => {
	expect(timeLeft(job({ state: 'queued' }), { seconds: 480, assumed: true }, 5000)).toEqual({
		ms: 480_000,
		assumed: true,
	});
});

test('half way through, as much is left as has passed', () => {
	const left = timeLeft(
		job({ startedAt: 0, fraction: 0.5 }),
		{ seconds: 480, assumed: true },
		60_000,
	);
	expect(left).toEqual({ ms: 60_000, assumed: false });
});

test('a job that is over has nothing left to say', () => {
	expect(timeLeft(job({ state: 'done' }), { seconds: 1, assumed: false }, 0)).toBeUndefined();
});

test('never negative, never endless, and shorter as the work goes on', () => {
	fc.assert(
		fc.property(
			fc.double({ min: 0.001, max: 1, noNaN: true }),
			fc.double({ min: 0.001, max: 1, noNaN: true }),
			fc.integer({ min: 0, max: 3_600_000 }),
			fc.integer({ min: 1, max: 3600 }),
			(a, b, elapsed, seconds) => {
				const at = (fraction: number) =>
					timeLeft(job({ startedAt: 0, fraction }), { seconds, assumed: false }, elapsed)?.ms ?? -1;
				const [less, more] = a < b ? [at(a), at(b)] : [at(b), at(a)];
				expect(more).toBeGreaterThanOrEqual(0);
				expect(Number.isFinite(less)).toBe(true);
				if (Math.min(a, b) >= 0.25) expect(more).toBeLessThanOrEqual(less + 1e-6);
			},
		),
		{ numRuns: 300 },
	);
});
