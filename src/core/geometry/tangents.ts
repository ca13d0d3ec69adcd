import type { ControlPoint } from '../document/document.ts';

/**
 * Hermite tangents of segment `index` (derivatives by the segment's own t in 0..1), into `out`: m0x m0y m1x m1y.
 * Centripetal Catmull-Rom in Hermite form: with knot gaps a, b, c = sqrt of the chord lengths,
 * m0 = b ((P1-P0)/a - (P2-P0)/(a+b) + (P2-P1)/b), and the mirror image for m1.
 * Source: Barry & Goldman 1988, rearranged. At a corner or a free end the tangent is the chord.
 */
export function segmentTangents(
	points: readonly ControlPoint[],
	closed: boolean,
	index: number,
	out: Float64Array,
): void {
	const count = points.length;
	const next = (index + 1) % count;
	const from = points[index]!;
	const to = points[next]!;
	const dx = to.x - from.x;
	const dy = to.y - from.y;
	const b = gap(dx, dy);

	const before = b === 0 ? undefined : neighbour(points, closed, index, -1);
	out[0] = before ? slope(before.x, from.x, to.x, gapOf(before, from), b) : dx;
	out[1] = before ? slope(before.y, from.y, to.y, gapOf(before, from), b) : dy;
	const after = b === 0 ? undefined : neighbour(points, closed, next, 1);
	out[2] = after ? slope(from.x, to.x, after.x, b, gapOf(to, after), b) : dx;
	out[3] = after ? slope(from.y, to.y, after.y, b, gapOf(to, after), b) : dy;

	if (from.mode === 'bezier' && from.handleOut) {
		out[0] = 3 * from.handleOut.x;
		out[1] = 3 * from.handleOut.y;
	}
	if (to.mode === 'bezier' && to.handleIn) {
		out[2] = -3 * to.handleIn.x;
		out[3] = -3 * to.handleIn.y;
	}
}

/** Derivative at the middle one of three values with knot gaps a and b, scaled to the segment's own parameter. */
const slope = (
	v0: number,
	v1: number,
	v2: number,
	a: number,
	b: number,
	scale: number = b,
): number => scale * ((v1 - v0) / a - (v2 - v0) / (a + b) + (v2 - v1) / b);

const gap = (dx: number, dy: number): number => Math.sqrt(Math.sqrt(dx * dx + dy * dy));

const gapOf = (a: ControlPoint, b: ControlPoint): number => gap(b.x - a.x, b.y - a.y);

/** The nearest point beyond `index` that lies elsewhere; none at a corner or a free end. */
function neighbour(
	points: readonly ControlPoint[],
	closed: boolean,
	index: number,
	direction: 1 | -1,
): ControlPoint | undefined {
	const here = points[index]!;
	const count = points.length;
	let at = index;
	for (let walked = 0; walked < count; walked++) {
		if (points[at]!.mode === 'corner') return undefined;
		at += direction;
		if (at < 0 || at >= count) {
			if (!closed) return undefined;
			at = (at + count) % count;
		}
		const found = points[at]!;
		if (gapOf(found, here) > 0) return found;
	}
	return undefined;
}
