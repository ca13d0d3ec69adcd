import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adherence } from './adherence.ts';
import { frozenTracks } from './frozenTracks.ts';
import type { MeasuredTrack } from './measuredTrack.ts';
import { readPlan } from './readPlan.ts';

const frame = { width: 300, height: 400 }; // diagonal 500: 1 % is 5 px, 5 % is 25 px
const length = 41;
const right = samples((i) => [100 + i, 200]);
const down = samples((i) => [200, 100 + 2 * i]);
const stays = samples(() => [50, 50]);

function samples(at: (i: number) => [number, number], count = 121): Float64Array {
	return Float64Array.from(Array.from({ length: count }, (_, i) => at(i)).flat());
}

/** The plan's own places, moved by hand. */
const follow = (
	track: Float64Array,
	change: (k: number, x: number, y: number) => readonly [number, number],
): MeasuredTrack => {
	const { places } = readPlan([track], length)[0]!;
	return {
		places: Float64Array.from(
			Array.from({ length }, (_, k) => change(k, places[2 * k]!, places[2 * k + 1]!)).flat(),
		),
	};
};

test('the plan is read by the node: frame 0 sample 0, frame k of 41 sample 3k - 1', () => {
	const { places, visible } = readPlan([right], length)[0]!;
	expect([places[0], places[2], places[4], places[80]]).toEqual([100, 102, 105, 219]);
	expect(visible).toBe(41);
});

test('a length without guidance is read evenly, and a released track ends', () => {
	expect([...readPlan([right], 121)[0]!.places].slice(0, 6)).toEqual([
		100, 200, 101, 200, 102, 200,
	]);
	const released = samples((i) => [i, 0], 61);
	expect(readPlan([released], length)[0]!.visible).toBe(21);
});

test('three px beside the path: 3 px, all within 1 %', () => {
	const found = follow(right, (k, x, y) => [x, k > 0 ? y + 3 : y]);
	expect(adherence(readPlan([right], length), [found], frame)).toMatchObject({
		meanErrorPx: 3,
		finalErrorPx: 3,
		acc1: 1,
		acc5: 1,
		appearanceRate: 1,
		gain: 1,
		lagFrames: 0,
	});
});

test('lost from frame 21: half is out of the shares, and out of the mean', () => {
	const found = follow(right, (k, x, y) => (k > 20 ? [Number.NaN, Number.NaN] : [x, y]));
	const report = adherence(readPlan([right], length), [found], frame);
	expect(report).toMatchObject({ meanErrorPx: 0, finalErrorPx: null, acc1: 0.5, acc5: 0.5 });
	expect(report.tracks[0]).toMatchObject({ appearanceRate: 0.5, lostFrom: 21 });
	expect(report.tracks[0]!.errorPx.slice(19, 23)).toEqual([0, 0, null, null]);
	expect(report.tracks[0]!.places[21]).toBe(null);
});

test('never seen: no number but the shares', () => {
	const found = { places: new Float64Array(2 * length).fill(Number.NaN) };
	expect(adherence(readPlan([right], length), [found], frame)).toMatchObject({
		meanErrorPx: null,
		finalErrorPx: null,
		acc1: 0,
		appearanceRate: 0,
		gain: null,
		lagFrames: null,
	});
});

test('frozen has no gain, half the way has half, a plan that stays has none to tell', () => {
	const plan = readPlan([right, stays], length);
	expect(adherence(plan, frozenTracks(plan), frame)).toMatchObject({ gain: 0, appearanceRate: 1 });
	const half = follow(right, (_, x, y) => [100 + (x - 100) / 2, y]);
	expect(adherence([plan[0]!], [half], frame).gain).toBeCloseTo(0.5, 9);
	expect(adherence([plan[1]!], [follow(stays, (_, x, y) => [x, y])], frame)).toMatchObject({
		gain: null,
		lagFrames: null,
		meanErrorPx: 0,
	});
});

test('late and early are told in frames', () => {
	const { places } = readPlan([down], length)[0]!;
	for (const lag of [-5, -2, 3, 8]) {
		const found = follow(down, (k) => {
			const at = Math.max(0, Math.min(length - 1, k - lag));
			return [places[2 * at]!, places[2 * at + 1]!];
		});
		expect(adherence(readPlan([down], length), [found], frame).lagFrames).toBe(lag);
	}
});

test('two that changed places are told from two that went astray', () => {
	const plan = readPlan([right, down], length);
	const swapped = [
		follow(down, (_, x, y) => [100 + x - 200, 200 + y - 100]),
		follow(right, (_, x, y) => [200 + x - 100, 100 + y - 200]),
	];
	const followed = (measured: MeasuredTrack[]) =>
		adherence(plan, measured, frame).tracks.map((track) => track.followsTrack);
	expect(followed(swapped)).toEqual([1, 0]);
	expect(followed([follow(right, (k, x, y) => [x, y - 3 * k]), swapped[1]!])).toEqual([null, 0]);
});

test('shares are of 0..1, rise with the distance, and errors are never under 0', () => {
	const place = fc.option(
		fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 400 })),
		{
			nil: [Number.NaN, Number.NaN] as [number, number],
		},
	);
	fc.assert(
		fc.property(fc.array(place, { minLength: 9, maxLength: 9 }), (walk) => {
			const found = { places: Float64Array.from(walk.flat()) };
			const { acc1, acc5, appearanceRate, meanErrorPx } = adherence(
				readPlan([right], 9),
				[found],
				frame,
			);
			expect(acc1).toBeGreaterThanOrEqual(0);
			expect(acc5).toBeGreaterThanOrEqual(acc1!);
			expect(appearanceRate).toBeGreaterThanOrEqual(acc5!);
			expect(appearanceRate).toBeLessThanOrEqual(1);
			expect(meanErrorPx === null).toBe(appearanceRate === 0);
			expect(meanErrorPx ?? 0).toBeGreaterThanOrEqual(0);
		}),
		{ numRuns: 50 },
	);
});
