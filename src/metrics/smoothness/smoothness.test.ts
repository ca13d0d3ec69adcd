import { expect, test } from 'vitest';
import { readPlan } from '../adherence/readPlan.ts';
import { repeatRatio } from './repeats.ts';
import { trackSmoothness } from './trackSmoothness.ts';

const samples = Float64Array.from({ length: 242 }, (_, at) => (at % 2 === 0 ? at / 2 : 50));

test('an even motion has no jerk; a shake of 1 px up and down has 8', () => {
	const plan = readPlan([samples], 41);
	const even = { places: plan[0]!.smooth };
	expect(trackSmoothness(plan, [even]).jerkPx).toBeCloseTo(0, 9);
	const shaken = {
		places: even.places.map((v, at) => (at % 2 ? v + ((at >> 1) % 2 ? 1 : -1) : v)),
	};
	const smooth = trackSmoothness(plan, [shaken]);
	expect(smooth.jerkPx).toBeCloseTo(8, 9);
	expect(smooth.excessJerkPx).toBeCloseTo(8, 9);
	expect(smooth.logDimensionlessJerk!).toBeLessThan(
		trackSmoothness(plan, [even]).logDimensionlessJerk!,
	);
});

test('what was lost says nothing, and four frames are needed', () => {
	const plan = readPlan([samples], 41);
	const lost = { places: plan[0]!.smooth.map((v, at) => (at % 6 < 2 ? Number.NaN : v)) };
	expect(trackSmoothness(plan, [lost])).toEqual({
		jerkPx: null,
		planJerkPx: null,
		excessJerkPx: null,
		logDimensionlessJerk: null,
	});
});

const changes = (at: (k: number) => number) => Array.from({ length: 40 }, (_, k) => at(k));

test('repeats are found though they are most of the clip, or few', () => {
	expect(repeatRatio(changes(() => 5))).toBe(0);
	expect(repeatRatio(changes((k) => (k % 2 ? 5 : 0.2)))).toBeCloseTo(0.5, 1);
	expect(repeatRatio(changes((k) => (k % 3 ? 0.2 : 5)))).toBeCloseTo(2 / 3, 1);
	expect(repeatRatio(changes((k) => (k === 20 ? 0.2 : 5)))).toBeCloseTo(1 / 38, 3);
});

test('an ease, a hold and a frozen video are no stutter', () => {
	expect(repeatRatio(changes((k) => 8 * Math.sin((Math.PI * k) / 40)))).toBe(0);
	expect(repeatRatio(changes((k) => (k < 20 ? 0.01 : 5)))).toBe(0);
	expect(repeatRatio(changes(() => 0.01))).toBe(null);
});
