import { type Curve, curveX, curveY } from './curve.ts';

/** A curve as straight lines close to it. */
export interface Polyline {
	/** x, y pairs; the first and last are the curve's ends. */
	readonly vertices: Float64Array;
	/** `segmentCount` + 1 values: the vertex at which each segment begins. */
	readonly segmentStarts: Int32Array;
}

const maxSteps = 64;

/**
 * Straight lines within `tolerance` of the curve; each segment in even steps of its t, one for a straight one.
 * At most 64 steps a segment. Source of the step count: a chord over t-step h is off by at most h^2 max|B''| / 8.
 * @returns no vertex for a curve without segments.
 */
export function flattenCurve(curve: Curve, tolerance: number): Polyline {
	const { segmentCount } = curve;
	const segmentStarts = new Int32Array(segmentCount + 1);
	for (let i = 0; i < segmentCount; i++)
		segmentStarts[i + 1] = segmentStarts[i]! + stepsOf(curve.coefficients, i * 8, tolerance);
	if (segmentCount === 0) return { vertices: new Float64Array(0), segmentStarts };

	const vertices = new Float64Array((segmentStarts[segmentCount]! + 1) * 2);
	for (let i = 0; i < segmentCount; i++) {
		const start = segmentStarts[i]!;
		const steps = segmentStarts[i + 1]! - start;
		for (let step = 0; step <= steps; step++) {
			vertices[(start + step) * 2] = curveX(curve, i, step / steps);
			vertices[(start + step) * 2 + 1] = curveY(curve, i, step / steps);
		}
	}
	return { vertices, segmentStarts };
}

function stepsOf(c: Float64Array, at: number, tolerance: number): number {
	// |B''| is linear in t, so its largest value lies at an end.
	const start = Math.hypot(2 * c[at + 1]!, 2 * c[at + 5]!);
	const end = Math.hypot(6 * c[at]! + 2 * c[at + 1]!, 6 * c[at + 4]! + 2 * c[at + 5]!);
	const steps = Math.ceil(Math.sqrt(Math.max(start, end) / (8 * tolerance)));
	return Math.min(maxSteps, Math.max(1, steps));
}
