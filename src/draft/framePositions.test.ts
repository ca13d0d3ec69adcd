import fc from 'fast-check';
import { expect, test } from 'vitest';
import { framePositions } from './framePositions.ts';

// Without -0: it is the same place as 0, but not the same to toEqual.
const coordinate = fc.double({ min: -5000, max: 5000, noNaN: true }).map((value) => value + 0);
const samples = fc
	.array(coordinate, { minLength: 242, maxLength: 242 })
	.map((values) => Float64Array.from(values));

test('begins at the first sample and ends at the last', () => {
	fc.assert(
		fc.property(samples, fc.integer({ min: 2, max: 200 }), (track, frameCount) => {
			const path = framePositions(track, frameCount);
			expect(path).toHaveLength(2 * frameCount);
			expect([path[0], path[1]]).toEqual([track[0], track[1]]);
			expect(path.at(-2)).toBeCloseTo(track[240]!, 8);
			expect(path.at(-1)).toBeCloseTo(track[241]!, 8);
		}),
		{ numRuns: 30 },
	);
});

test('frame k of 81 lies at sample 1.5 k', () => {
	const track = Float64Array.from({ length: 242 }, (_, i) => Math.floor(i / 2) * (i % 2 ? 2 : 1));
	const path = framePositions(track, 81);
	for (let k = 0; k < 81; k++) {
		expect(path[2 * k]).toBeCloseTo(1.5 * k, 9);
		expect(path[2 * k + 1]).toBeCloseTo(3 * k, 9);
	}
});

test('one sample, or one frame, is a place', () => {
	expect([...framePositions(Float64Array.of(3, 4), 3)]).toEqual([3, 4, 3, 4, 3, 4]);
	expect([...framePositions(Float64Array.of(3, 4, 9, 9), 1)]).toEqual([3, 4]);
});
