import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCommand } from '../document/applyCommand.ts';
import {
	type ControlPoint,
	createTrack,
	easings,
	emptyDocument,
	type Track,
} from '../document/document.ts';
import { pointTimes } from './pointTimes.ts';
import { retimePoint, retimeTrack } from './retime.ts';
import { sampleTrack } from './sampleTrack.ts';
import { frameToShare } from './time.ts';

const track = createTrack(
	emptyDocument,
	't',
	'path',
	[0, 40, 100, 260].map((x): ControlPoint => ({ x, y: 0, mode: 'corner' })),
);
const at = (samples: Float64Array, i: number) => samples[i * 2]!;

test('a key at 1.0 s lands on sample 24 of 81 frames at 16 fps, and on sample 40 of 49', () => {
	for (const [length, sample] of [
		[81, 24],
		[49, 40],
	] as const) {
		const keyed = retimePoint(track, 2, frameToShare(16, length));
		expect(at(sampleTrack(keyed), sample)).toBeCloseTo(100, 6);
		expect(at(sampleTrack(keyed), sample - 1)).toBeLessThan(100);
	}
});

test('a roving point is told when it is passed: pinning it there changes no sample', () => {
	for (const easing of ['linear', 'easeIn', 'easeOut', 'easeInOut'] as const) {
		const eased = { ...track, timing: { ...track.timing, easing } };
		const times = pointTimes(eased);
		const pinned = retimePoint(eased, 2, times[2]!);
		sampleTrack(pinned).forEach((value, i) => {
			expect(value).toBeCloseTo(sampleTrack(eased)[i]!, 2);
		});
	}
});

test('without easing the times go by the length', () => {
	const [a, b, c, d] = pointTimes(track);
	expect(a).toBe(0);
	expect(b).toBeCloseTo(40 / 260, 5);
	expect(c).toBeCloseTo(100 / 260, 5);
	expect(d).toBe(1);
});

test('a key stays between its neighbours, an end trims, and letting it rove takes the key away', () => {
	const keyed = retimePoint(retimePoint(track, 1, 0.3), 2, 0.6);
	expect(retimePoint(keyed, 1, 0.9).points[1]!.time).toBe(0.6);
	expect(retimePoint(keyed, 2, 0).points[2]!.time).toBe(0.3);
	expect(retimePoint(keyed, 0, 0.5).timing.start).toBe(0.3);
	expect(retimePoint(keyed, 3, 0.8).timing.end).toBe(0.8);
	expect(retimePoint(retimePoint(keyed, 1, null), 2, null)).toEqual(track);
	expect(retimePoint(track, 9, 0.5)).toBe(track);
	expect(retimePoint(track, 0, null)).toBe(track);
});

test('moving a whole timing moves keys and release with it', () => {
	const keyed = retimePoint(
		{ ...track, timing: { ...track.timing, end: 0.5, release: 0.4 } },
		1,
		0.2,
	);
	const moved = retimeTrack(keyed, { start: 0, end: 0.5 }, { start: 0.5, end: 1 });
	expect(moved.timing).toMatchObject({ start: 0.5, end: 1, release: 0.9 });
	expect(moved.points[1]!.time).toBeCloseTo(0.7, 12);
	expect(retimeTrack(moved, { start: 0.5, end: 1 }, { start: 0, end: 0.5 }).timing.end).toBe(0.5);
});

test('any series of keys keeps times in order and samples finite, with any easing', () => {
	const share = fc.double({ min: 0, max: 1, noNaN: true });
	const step = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.option(share));
	fc.assert(
		fc.property(fc.array(step, { maxLength: 8 }), fc.constantFrom(...easings), (steps, easing) => {
			let changed: Track = { ...track, timing: { ...track.timing, easing } };
			for (const [index, time] of steps) changed = retimePoint(changed, index, time);
			expect(sampleTrack(changed).every(Number.isFinite)).toBe(true);
			const times = [...pointTimes(changed)];
			expect(times).toEqual(times.toSorted((a, b) => a - b));
			expect(changed.timing.start).toBeLessThanOrEqual(changed.timing.end);
		}),
		{ numRuns: 200 },
	);
});

test('a pace at the start makes it begin slowly and still arrive', () => {
	const document = { ...emptyDocument, tracks: [track] };
	const after = applyCommand(document, { type: 'point/setPace', trackId: 't', index: 0, pace: 0 });
	const samples = sampleTrack(after.tracks[0]!);
	expect(at(samples, 12)).toBeLessThan(15);
	expect(at(samples, 120)).toBe(260);
	const back = applyCommand(after, { type: 'point/setPace', trackId: 't', index: 0, pace: 1 });
	expect(back.tracks[0]).toEqual(track);
});
