import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTrack, easings, emptyDocument, type Track } from '../document/document.ts';
import { keyAt, placeAtShare } from './placeAtShare.ts';
import { sampleTrack } from './sampleTrack.ts';

const eight: Track = createTrack(
	emptyDocument,
	't',
	'path',
	[
		[0, 0],
		[200, 200],
		[200, 0],
		[0, 200],
	].map(([x, y]) => ({ x: x!, y: y!, mode: 'smooth' as const })),
);

test('the place at a sample’s moment is the sample, with any smooth easing', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 120 }),
			fc.constantFrom(...easings.slice(0, 4)),
			(i, easing) => {
				const track = { ...eight, timing: { start: 0.1, end: 0.9, easing } };
				const { point } = placeAtShare(track, i / 120);
				expect(point.x).toBeCloseTo(sampleTrack(track)[i * 2]!, 6);
				expect(point.y).toBeCloseTo(sampleTrack(track)[i * 2 + 1]!, 6);
			},
		),
	);
});

test('where a path crosses itself the moment decides which part is meant', () => {
	const early = placeAtShare(eight, 0.2);
	const late = placeAtShare(eight, 0.8);
	expect(early.segmentIndex).toBe(0);
	expect(late.segmentIndex).toBe(2);
});

test('a key put in is passed at its moment, and between corners the path stays straight', () => {
	const line = {
		...eight,
		points: eight.points.slice(0, 2).map((p) => ({ ...p, mode: 'corner' as const })),
	};
	const place = placeAtShare(line, 0.25);
	const point = keyAt(line, place, 0.25);
	expect(point).toMatchObject({ x: expect.closeTo(50), mode: 'corner', time: 0.25 });
	const keyed = { ...line, points: [line.points[0]!, point, line.points[1]!] };
	sampleTrack(keyed).forEach((value, i) => {
		expect(value).toBeCloseTo(sampleTrack(line)[i]!, 6);
	});
});

test('a pin and a single point are where they are', () => {
	const pin = createTrack(emptyDocument, 'p', 'pin', [{ x: 3, y: 4, mode: 'smooth' }]);
	expect(placeAtShare(pin, 0.5)).toEqual({ segmentIndex: 0, point: { x: 3, y: 4 } });
});
