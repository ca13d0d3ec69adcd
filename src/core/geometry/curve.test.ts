import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ControlPoint } from '../document/document.ts';
import { createCurve, curveX, curveY } from './curve.ts';
import { fitCubic } from './fitCubic.ts';
import { flattenCurve } from './flattenCurve.ts';

const coordinate = fc.integer({ min: -1000, max: 1000 });
const anyPoints = fc.array(
	fc.record({
		x: coordinate,
		y: coordinate,
		mode: fc.constantFrom('smooth' as const, 'corner' as const),
	}),
	{ minLength: 2, maxLength: 10 },
);
const smooth = (...pairs: [number, number][]): ControlPoint[] =>
	pairs.map(([x, y]) => ({ x, y, mode: 'smooth' }));

test('passes through every control point', () => {
	fc.assert(
		fc.property(anyPoints, fc.boolean(), (points, closed) => {
			const curve = createCurve(points, closed);
			expect(curve.segmentCount).toBe(closed ? points.length : points.length - 1);
			for (let i = 0; i < curve.segmentCount; i++) {
				const next = points[(i + 1) % points.length]!;
				expect(curveX(curve, i, 0)).toBe(points[i]!.x);
				expect(curveY(curve, i, 0)).toBe(points[i]!.y);
				expect(curveX(curve, i, 1)).toBeCloseTo(next.x, 6);
				expect(curveY(curve, i, 1)).toBeCloseTo(next.y, 6);
			}
		}),
	);
});

test('lengths never fall and are at least the chords', () => {
	fc.assert(
		fc.property(anyPoints, (points) => {
			const { lengths, totalLength } = createCurve(points, false);
			expect(lengths.every((l, i) => i === 0 || l >= lengths[i - 1]!)).toBe(true);
			let chords = 0;
			for (let i = 1; i < points.length; i++)
				chords += Math.hypot(points[i]!.x - points[i - 1]!.x, points[i]!.y - points[i - 1]!.y);
			expect(totalLength).toBeGreaterThanOrEqual(chords - 1e-6);
		}),
	);
});

/** The pyramid of Barry & Goldman 1988, straight from the paper: an independent way to the same point. */
function barryGoldman(p: [number, number][], u: number): [number, number] {
	const t = [0];
	for (let i = 1; i < 4; i++)
		t.push(t[i - 1]! + Math.hypot(p[i]![0] - p[i - 1]![0], p[i]![1] - p[i - 1]![1]) ** 0.5);
	const at = t[1]! + u * (t[2]! - t[1]!);
	const mix = (a: number, b: number, ta: number, tb: number) =>
		((tb - at) * a + (at - ta) * b) / (tb - ta);
	return [0, 1].map((k) => {
		const v = p.map((q) => q[k]!);
		const a = [0, 1, 2].map((i) => mix(v[i]!, v[i + 1]!, t[i]!, t[i + 1]!));
		const b = [0, 1].map((i) => mix(a[i]!, a[i + 1]!, t[i]!, t[i + 2]!));
		return mix(b[0]!, b[1]!, t[1]!, t[2]!);
	}) as [number, number];
}

test('is the centripetal Catmull-Rom spline', () => {
	const pairs: [number, number][] = [
		[0, 0],
		[30, 80],
		[200, 20],
		[220, 160],
	];
	const curve = createCurve(smooth(...pairs), false);
	for (const u of [0.1, 0.37, 0.5, 0.9]) {
		const [x, y] = barryGoldman(pairs, u);
		expect(curveX(curve, 1, u)).toBeCloseTo(x, 9);
		expect(curveY(curve, 1, u)).toBeCloseTo(y, 9);
	}
});

test('the length of a quarter circle drawn with handles is right within 0.1 %', () => {
	const k = 55.228475;
	const curve = createCurve(
		[
			{ x: 100, y: 0, mode: 'bezier', handleOut: { x: 0, y: k } },
			{ x: 0, y: 100, mode: 'bezier', handleIn: { x: k, y: 0 } },
		],
		false,
	);
	expect(Math.abs(curve.totalLength / (50 * Math.PI) - 1)).toBeLessThan(0.001);
});

test('a Bezier point without handles is smooth', () => {
	const points = smooth([0, 0], [50, 80], [120, 10]);
	const bezier = points.map((p) => ({ ...p, mode: 'bezier' as const }));
	expect(createCurve(bezier, false)).toEqual(createCurve(points, false));
});

test('flattened lines stay within the tolerance and meet at the control points', () => {
	fc.assert(
		fc.property(anyPoints, (points) => {
			const curve = createCurve(points, false);
			const { vertices, segmentStarts } = flattenCurve(curve, 2);
			for (let i = 0; i < curve.segmentCount; i++) {
				const from = segmentStarts[i]!;
				const steps = segmentStarts[i + 1]! - from;
				for (let s = 0; s < steps; s++) {
					const t = (s + 0.5) / steps;
					const v = (from + s) * 2;
					const offX = (vertices[v]! + vertices[v + 2]!) / 2 - curveX(curve, i, t);
					const offY = (vertices[v + 1]! + vertices[v + 3]!) / 2 - curveY(curve, i, t);
					expect(Math.hypot(offX, offY)).toBeLessThanOrEqual(2.001);
				}
			}
		}),
	);
});

test('no segment, no vertex', () => {
	expect(flattenCurve(createCurve(smooth([1, 1]), false), 1).vertices).toHaveLength(0);
	expect(createCurve(smooth([1, 1]), true).totalLength).toBe(0);
});

test('a cubic fitted to points of a cubic lies on it', () => {
	const [p0, p1, p2, p3] = [
		[0, 0],
		[60, 90],
		[180, 90],
		[240, 0],
	] as const;
	const points = Array.from({ length: 40 }, (_, i) => {
		const t = i / 39;
		const s = 1 - t;
		return [0, 1].map(
			(k) => s ** 3 * p0[k]! + 3 * s * s * t * p1[k]! + 3 * s * t * t * p2[k]! + t ** 3 * p3[k]!,
		);
	}).flat();
	const unit = Math.hypot(60, 90);
	const start = { x: 60 / unit, y: 90 / unit };
	const fitted = fitCubic(Float64Array.from(points), start, { x: start.x, y: -start.y });
	[p0, p1, p2, p3].flat().forEach((v, i) => {
		expect(Math.abs(fitted[i]! - v)).toBeLessThan(1);
	});
});
