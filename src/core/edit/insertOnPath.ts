import type { ControlPoint, Track } from '../document/document.ts';
import { segmentTangents } from '../geometry/tangents.ts';

/** A point to be put into a path, and the ends of its segment as they then are. */
export interface Insertion {
	readonly point: ControlPoint;
	readonly from: ControlPoint;
	readonly to: ControlPoint;
}

/**
 * A point on a segment of a path that leaves its shape as it is: where an end of the segment is a Bezier point the
 * cubic is cut in two there (de Casteljau) and the ends' handles are shortened, elsewhere the point is smooth.
 * @param segment Runs from control point `segment` to the next. @param t Place inside it, 0..1.
 */
export function insertOnPath(
	{ points, closed }: Track,
	segment: number,
	t: number,
	at: { readonly x: number; readonly y: number },
): Insertion | null {
	const from = points[segment];
	const to = points[(segment + 1) % points.length];
	if (!from || !to || points.length < 2) return null;
	if (from.mode !== 'bezier' && to.mode !== 'bezier')
		return { point: { x: at.x, y: at.y, mode: 'smooth' }, from, to };
	const tangents = new Float64Array(4);
	segmentTangents(points, closed, segment, tangents);
	const a = { x: from.x + tangents[0]! / 3, y: from.y + tangents[1]! / 3 };
	const b = { x: to.x - tangents[2]! / 3, y: to.y - tangents[3]! / 3 };
	const first = between(from, a, t);
	const middle = between(a, b, t);
	const last = between(b, to, t);
	const before = between(first, middle, t);
	const after = between(middle, last, t);
	const point = between(before, after, t);
	return {
		point: {
			...point,
			mode: 'bezier',
			handleIn: less(before, point),
			handleOut: less(after, point),
		},
		from: from.mode === 'bezier' ? { ...from, handleOut: less(first, from) } : from,
		to: to.mode === 'bezier' ? { ...to, handleIn: less(last, to) } : to,
	};
}

interface XY {
	readonly x: number;
	readonly y: number;
}
const between = (p: XY, q: XY, t: number): XY => ({
	x: p.x + (q.x - p.x) * t,
	y: p.y + (q.y - p.y) * t,
});
const less = (p: XY, q: XY): XY => ({ x: p.x - q.x, y: p.y - q.y });
