import type { ControlPoint } from '../document/document.ts';
import { segmentTangents } from './tangents.ts';

export type HandleSide = 'in' | 'out';

/**
 * A control point as a Bezier point whose handles leave the curve as it is; handles it has are kept.
 * The end of an open path gets only the handle on its inner side. Image px.
 */
export function asBezier(
	points: readonly ControlPoint[],
	closed: boolean,
	index: number,
): ControlPoint {
	const point = points[index];
	if (!point) throw new RangeError(`No control point ${index} of ${points.length}`);
	const count = points.length;
	const isLoop = closed && count > 1;
	const tangents = new Float64Array(4);
	let { handleIn, handleOut } = point;
	if (!handleOut && count > 1 && (isLoop || index < count - 1)) {
		segmentTangents(points, closed, index, tangents);
		handleOut = { x: tangents[0]! / 3, y: tangents[1]! / 3 };
	}
	if (!handleIn && count > 1 && (isLoop || index > 0)) {
		segmentTangents(points, closed, (index - 1 + count) % count, tangents);
		handleIn = { x: -tangents[2]! / 3, y: -tangents[3]! / 3 };
	}
	return {
		...point,
		mode: 'bezier',
		...(handleIn && { handleIn }),
		...(handleOut && { handleOut }),
	};
}

/** Whether both handles lie on one line through the point, on opposite sides, within 1 degree. */
export function isAligned({ handleIn, handleOut }: ControlPoint): boolean {
	if (!handleIn || !handleOut) return true;
	const lengths = Math.hypot(handleIn.x, handleIn.y) * Math.hypot(handleOut.x, handleOut.y);
	if (lengths < 1e-12) return true;
	const dot = handleIn.x * handleOut.x + handleIn.y * handleOut.y;
	return dot / lengths < -Math.cos(Math.PI / 180);
}

/**
 * The point with one handle moved. The other one turns with it and keeps its length while the pair is aligned;
 * `breaks` leaves it alone, and from then on the pair is no longer aligned.
 */
export function withHandle(
	point: ControlPoint,
	side: HandleSide,
	to: { readonly x: number; readonly y: number },
	breaks: boolean,
): ControlPoint {
	const other = side === 'in' ? point.handleOut : point.handleIn;
	const moved = { x: to.x, y: to.y };
	const length = Math.hypot(to.x, to.y);
	const turned =
		other && !breaks && isAligned(point) && length > 1e-9
			? opposite(moved, length, Math.hypot(other.x, other.y))
			: other;
	const [handleIn, handleOut] = side === 'in' ? [moved, turned] : [turned, moved];
	return {
		...point,
		mode: 'bezier',
		...(handleIn && { handleIn }),
		...(handleOut && { handleOut }),
	};
}

const opposite = (v: { x: number; y: number }, length: number, other: number) => ({
	x: other * (-v.x / length) + 0,
	y: other * (-v.y / length) + 0,
});
