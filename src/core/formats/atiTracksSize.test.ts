import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serializeAtiTracks } from './atiTracks.ts';
import { atiTracksSize } from './atiTracksSize.ts';

test('is the length of what is written', () => {
	const value = fc.oneof(
		fc.double({ min: -20_000, max: 20_000, noNaN: true }),
		fc.integer({ min: -3, max: 3 }),
		fc.constantFrom(0, -0, 0.004, -0.004, 0.005, 9.995, 99.999, -0.1, 12.5, 1e7),
	);
	const track = fc
		.integer({ min: 2, max: 9 })
		.chain((count) => fc.array(value, { minLength: 2 * count, maxLength: 2 * count }));
	fc.assert(
		fc.property(fc.array(track, { maxLength: 4 }), (tracks) => {
			const samples = tracks.map((values) => Float64Array.from(values));
			const counts = samples.map((values) => values.length / 2);
			expect(atiTracksSize(samples)).toBe(serializeAtiTracks(samples, counts).length);
		}),
	);
});
