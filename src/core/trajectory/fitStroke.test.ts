import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ControlPoint, createTrack, emptyDocument } from '../document/document.ts';
import { createCurve } from '../geometry/curve.ts';
import { fitStroke, type StrokePoint } from './fitStroke.ts';
import { flattenTrack, nearestOnTrack } from './samplePath.ts';

const folder = new URL('../../../e2e/strokes/', import.meta.url);
const strokes: { name: string; points: StrokePoint[] }[] = readdirSync(folder)
	.filter((file) => file.endsWith('.json'))
	.map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')));

const trackOf = (points: readonly ControlPoint[]) =>
	createTrack(emptyDocument, 't', 'path', points);

/** Farthest of the stroke from the path, and of the path from the stroke. */
function deviation(points: readonly ControlPoint[], stroke: readonly StrokePoint[]): number {
	const path = trackOf(points);
	const drawn = trackOf(stroke.map(({ x, y }) => ({ x, y, mode: 'corner' })));
	const line = flattenTrack(path);
	let farthest = 0;
	for (const p of stroke) farthest = Math.max(farthest, nearestOnTrack(path, p).distance);
	for (let i = 0; i < line.length; i += 2)
		farthest = Math.max(farthest, nearestOnTrack(drawn, { x: line[i]!, y: line[i + 1]! }).distance);
	return farthest;
}

test.each(strokes)('$name: within 2 px, at most one point per 40 px of path', ({ points }) => {
	const fitted = fitStroke(points, 2);
	expect(deviation(fitted, points)).toBeLessThanOrEqual(2.01);
	const length = createCurve(fitted, false).totalLength;
	expect(fitted.length).toBeLessThanOrEqual(1 + length / 40);
});

test.each(strokes)('$name: zoomed in, the finer tolerance is kept too', ({ points }) => {
	expect(deviation(fitStroke(points, 0.5), points)).toBeLessThanOrEqual(0.51);
});

test('a zigzag keeps its corners as corners', () => {
	const zigzag = strokes.find((s) => s.name === 'zigzag')!;
	const corners = fitStroke(zigzag.points, 2).filter((p) => p.mode === 'corner');
	expect(corners).toHaveLength(5);
});

test('any stroke: the ends are kept and the tolerance holds', () => {
	const coordinate = fc.integer({ min: 0, max: 400 });
	const anyStroke = fc.array(fc.record({ x: coordinate, y: coordinate }), {
		minLength: 2,
		maxLength: 30,
	});
	fc.assert(
		fc.property(anyStroke, fc.constantFrom(0.5, 2, 10), (stroke, tolerance) => {
			const fitted = fitStroke(stroke, tolerance);
			expect(deviation(fitted, stroke)).toBeLessThanOrEqual(tolerance * 1.01);
			expect(fitted[0]).toMatchObject({ x: stroke[0]!.x, y: stroke[0]!.y });
			if (fitted.length > 1)
				expect(fitted.at(-1)).toMatchObject({ x: stroke.at(-1)!.x, y: stroke.at(-1)!.y });
		}),
		{ numRuns: 60 },
	);
});

test('a straight stroke is its two ends', () => {
	const line = Array.from({ length: 50 }, (_, i) => ({ x: 3 * i, y: 2 * i }));
	expect(fitStroke(line, 2)).toEqual([
		{ x: 0, y: 0, mode: 'smooth' },
		{ x: 147, y: 98, mode: 'smooth' },
	]);
});

test('a tap is one point, nothing is none, what is no number is skipped', () => {
	expect(
		fitStroke(
			[
				{ x: 5, y: 5 },
				{ x: 6, y: 5 },
				{ x: 5, y: 5 },
			],
			2,
		),
	).toEqual([{ x: 5, y: 5, mode: 'smooth' }]);
	expect(fitStroke([], 2)).toEqual([]);
	expect(
		fitStroke(
			[
				{ x: Number.NaN, y: 1 },
				{ x: 4, y: 4 },
			],
			2,
		),
	).toHaveLength(1);
	expect(() => fitStroke([], 0)).toThrow('Tolerance 0');
});
