import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTrack, emptyDocument } from '../document/document.ts';
import { flattenTrack, nearestOnTrack } from './samplePath.ts';
import { sampleTrack } from './sampleTrack.ts';

const coordinate = fc.double({ min: 0, max: 2000, noNaN: true });
const anyTrack = fc
	.array(
		fc.record({
			x: coordinate,
			y: coordinate,
			mode: fc.constantFrom('smooth' as const, 'corner' as const),
		}),
		{ minLength: 1, maxLength: 8 },
	)
	.map((points) => createTrack(emptyDocument, 't', 'path', points));

test('every sample lies on the drawn path', () => {
	fc.assert(
		fc.property(anyTrack, (track) => {
			const samples = sampleTrack(track);
			for (let i = 0; i < 121; i += 10) {
				const p = { x: samples[i * 2]!, y: samples[i * 2 + 1]! };
				expect(nearestOnTrack(track, p).distance).toBeLessThan(0.6);
			}
		}),
		{ numRuns: 60 },
	);
});

test('the drawn path begins and ends at the end points', () => {
	fc.assert(
		fc.property(anyTrack, (track) => {
			const line = flattenTrack(track);
			expect(line[0]).toBeCloseTo(track.points[0]!.x, 9);
			expect(line[line.length - 2]).toBeCloseTo(track.points.at(-1)!.x, 9);
			expect(line[line.length - 1]).toBeCloseTo(track.points.at(-1)!.y, 9);
		}),
		{ numRuns: 60 },
	);
});

test('a straight track is one line', () => {
	const track = createTrack(emptyDocument, 't', 'path', [
		{ x: 0, y: 0, mode: 'corner' },
		{ x: 100, y: 0, mode: 'corner' },
		{ x: 100, y: 50, mode: 'corner' },
	]);
	expect([...flattenTrack(track)]).toEqual([0, 0, 100, 0, 100, 50]);
	expect(nearestOnTrack(track, { x: 110, y: 25 })).toEqual({
		distance: 10,
		segmentIndex: 1,
		point: { x: 100, y: 25 },
		t: 0.5,
	});
});

test('the closing side of a closed track comes after its last point', () => {
	const points = [
		{ x: 0, y: 0, mode: 'corner' as const },
		{ x: 100, y: 0, mode: 'corner' as const },
		{ x: 0, y: 100, mode: 'corner' as const },
	];
	const track = { ...createTrack(emptyDocument, 't', 'path', points), closed: true };
	expect(nearestOnTrack(track, { x: -3, y: 50 })).toMatchObject({ distance: 3, segmentIndex: 2 });
});

test('one point: the distance to it', () => {
	const track = createTrack(emptyDocument, 't', 'pin', [{ x: 3, y: 4, mode: 'smooth' }]);
	expect(nearestOnTrack(track, { x: 0, y: 0 })).toEqual({
		distance: 5,
		segmentIndex: 0,
		point: { x: 3, y: 4 },
		t: 0,
	});
	expect([...flattenTrack(track)]).toEqual([3, 4]);
});
