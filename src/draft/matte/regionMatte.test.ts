import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matteArea, matteAt } from './matte.ts';
import { regionMatte } from './regionMatte.ts';

const frame = { width: 100, height: 60 };
const box = (left: number, top: number, right: number, bottom: number) =>
	Float64Array.of(left, top, right, top, right, bottom, left, bottom);

test('holds what lies inside, to a share of a pixel', () => {
	fc.assert(
		fc.property(
			fc.tuple(
				fc.double({ min: 0, max: 40, noNaN: true }),
				fc.double({ min: 1, max: 50, noNaN: true }),
			),
			([left, width]) => {
				const matte = regionMatte(frame, [box(left, 10, left + width, 30)], 0);
				expect(Math.abs(matteArea(matte!) - width * 20)).toBeLessThan(0.5);
			},
		),
		{ numRuns: 30 },
	);
});

test('a ring in a ring is a hole', () => {
	const matte = regionMatte(frame, [box(10, 10, 50, 50), box(20, 20, 40, 40)], 0);
	expect([matteAt(matte!, 15, 15), matteAt(matte!, 30, 30)]).toEqual([1, 0]);
});

test('a feather is half inside and half outside', () => {
	const matte = regionMatte(frame, [box(20, 0, 80, 60)], 8)!;
	expect(matteAt(matte, 50, 30)).toBe(1);
	expect(matteAt(matte, 17, 30)).toBeGreaterThan(0);
	expect(matteAt(matte, 22, 30)).toBeLessThan(1);
});

test('nothing of it in the frame: no matte', () => {
	expect(regionMatte(frame, [box(200, 10, 240, 30)], 2)).toBeUndefined();
});
