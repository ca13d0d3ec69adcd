import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapPoint, rotation, translation } from '#core/geometry/affine.ts';
import { rigidMap } from './movingStarter.ts';

const place = fc.record({
	x: fc.double({ min: 0, max: 400, noNaN: true }),
	y: fc.double({ min: 0, max: 400, noNaN: true }),
});

test('one place is followed by a shift alone', () => {
	const map = rigidMap([{ x: 10, y: 20 }], [{ x: 15, y: 18 }]);
	// Without -0.
	expect(map.map((value) => value + 0)).toEqual(translation(5, -2));
});

test('no place moves nothing', () => {
	expect(rigidMap([], [])).toEqual([1, 0, 0, 1, 0, 0]);
});

test('places that were turned about a pivot give that turn back', () => {
	const places = fc.array(place, { minLength: 2, maxLength: 5 });
	const angle = fc.double({ min: -3, max: 3, noNaN: true });
	fc.assert(
		fc.property(places, place, angle, (from, pivot, by) => {
			fc.pre(Math.hypot(from[0]!.x - from[1]!.x, from[0]!.y - from[1]!.y) > 5);
			const turn = rotation(by, pivot);
			const map = rigidMap(
				from,
				from.map((p) => mapPoint(turn, p)),
			);
			for (const p of from) {
				expect(mapPoint(map, p).x).toBeCloseTo(mapPoint(turn, p).x, 6);
				expect(mapPoint(map, p).y).toBeCloseTo(mapPoint(turn, p).y, 6);
			}
		}),
		{ numRuns: 40 },
	);
});
