import type { ControlPoint } from '../document/document.ts';
import { segmentTangents } from './tangents.ts';

/**
 * A path as cubic segments with its arc-length table; image pixels.
 * Segment i runs from control point i to i + 1 (the last one of a closed path back to point 0).
 */
export interface Curve {
	readonly segmentCount: number;
	/** 8 values a segment: ax bx cx dx ay by cy dy, position = ((a t + b) t + c) t + d, t in 0..1. */
	readonly coefficients: Float64Array;
	/** Length from the start to each sub-step: `segmentCount` x 64 + 1 values, never falling. */
	readonly lengths: Float64Array;
	readonly totalLength: number;
}

/** Sub-steps of the arc-length table in each segment; chords at 1/64 are short by less than 0.02 % on a quarter circle. */
export const subSteps = 64;

/**
 * The curve through control points.
 * Smooth points: centripetal Catmull-Rom (Barry & Goldman 1988; alpha 0.5, no cusps or loops of its own).
 * Corners: the spline is broken there, two corners in a row make a straight line.
 * Bezier points: the segment leaves by `handleOut` and arrives by `handleIn`; a missing handle is smooth.
 * Coincident neighbours make a segment of length 0 and do not bend the rest. One point: no segment, length 0.
 * Cost: O(points), 64 evaluations a segment.
 */
export function createCurve(points: readonly ControlPoint[], closed: boolean): Curve {
	const count = points.length;
	const segmentCount = count < 2 ? 0 : closed ? count : count - 1;
	const coefficients = new Float64Array(segmentCount * 8);
	const tangents = new Float64Array(4);
	for (let i = 0; i < segmentCount; i++) {
		const from = points[i]!;
		const to = points[(i + 1) % count]!;
		segmentTangents(points, closed, i, tangents);
		setHermite(coefficients, i * 8, from.x, to.x, tangents[0]!, tangents[2]!);
		setHermite(coefficients, i * 8 + 4, from.y, to.y, tangents[1]!, tangents[3]!);
	}
	const lengths = measure(coefficients, segmentCount);
	return { segmentCount, coefficients, lengths, totalLength: lengths[lengths.length - 1]! };
}

/** x of segment `index` at t. */
export const curveX = (curve: Curve, index: number, t: number): number =>
	cubic(curve.coefficients, index * 8, t);

/** y of segment `index` at t. */
export const curveY = (curve: Curve, index: number, t: number): number =>
	cubic(curve.coefficients, index * 8 + 4, t);

const cubic = (c: Float64Array, at: number, t: number): number =>
	((c[at]! * t + c[at + 1]!) * t + c[at + 2]!) * t + c[at + 3]!;

function setHermite(
	c: Float64Array,
	at: number,
	p0: number,
	p1: number,
	m0: number,
	m1: number,
): void {
	const d = p1 - p0;
	c[at] = m0 + m1 - 2 * d;
	c[at + 1] = 3 * d - 2 * m0 - m1;
	c[at + 2] = m0;
	c[at + 3] = p0;
}

function measure(c: Float64Array, segmentCount: number): Float64Array {
	const lengths = new Float64Array(segmentCount * subSteps + 1);
	let total = 0;
	let at = 1;
	for (let i = 0; i < segmentCount; i++) {
		const o = i * 8;
		let x = c[o + 3]!;
		let y = c[o + 7]!;
		for (let step = 1; step <= subSteps; step++) {
			const t = step / subSteps;
			const nextX = cubic(c, o, t);
			const nextY = cubic(c, o + 4, t);
			const dx = nextX - x;
			const dy = nextY - y;
			total += Math.sqrt(dx * dx + dy * dy);
			lengths[at++] = total;
			x = nextX;
			y = nextY;
		}
	}
	return lengths;
}
