import type { ControlPoint } from '../document/document.ts';
import { fitCubic } from '../geometry/fitCubic.ts';
import { areNear } from './strokeNearness.ts';
import { type Stroke, strokePart } from './strokeShape.ts';

/**
 * Bezier control points along a stroke: cubics by least squares, split where they leave the tolerance.
 * @param breaks Indices of the stroke: its start, its corners, its end; handles on a corner are independent.
 * Source: Schneider, "An algorithm for automatically fitting digitized curves", Graphics Gems, 1990.
 */
export function fitBezier(
	raw: Stroke,
	smooth: Stroke,
	breaks: readonly number[],
	tolerance: number,
): ControlPoint[] {
	const cubics: Float64Array[] = [];
	const fit = { raw, smooth, tolerance, cubics };
	for (let i = 0; i + 1 < breaks.length; i++) {
		const from = breaks[i]!;
		const to = breaks[i + 1]!;
		fitPart(fit, from, to, direction(fit, from, from, to), direction(fit, to, from, to));
	}
	return toControlPoints(cubics);
}

interface BezierFit {
	readonly raw: Stroke;
	readonly smooth: Stroke;
	readonly tolerance: number;
	/** x, y of the four points of each cubic so far. */
	readonly cubics: Float64Array[];
}

interface Direction {
	readonly x: number;
	readonly y: number;
}

function fitPart(fit: BezierFit, from: number, to: number, start: Direction, end: Direction): void {
	const drawn = strokePart(fit.raw, from, to);
	if (to - from < 2) {
		fit.cubics.push(straight(drawn));
		return;
	}
	const cubic = fitCubic(drawn, start, end);
	if (areNear(drawn, polyline(cubic), fit.tolerance * 0.98)) {
		fit.cubics.push(cubic);
		return;
	}
	const middle = middleOf(fit.smooth, from, to);
	const through = direction(fit, middle, from, to);
	fitPart(fit, from, middle, start, through);
	fitPart(fit, middle, to, through, end);
}

/** The index halfway along the stroke between two others, which have one or more between them. */
function middleOf({ lengths }: Stroke, from: number, to: number): number {
	const half = (lengths[from]! + lengths[to]!) / 2;
	let at = from + 1;
	while (at < to - 1 && lengths[at]! < half) at++;
	return at;
}

/** Unit direction of travel at an index, over two tolerances of path to either side inside `from`..`to`. */
function direction(
	{ smooth, tolerance }: BezierFit,
	at: number,
	from: number,
	to: number,
): Direction {
	const { xs, ys, lengths } = smooth;
	let before = at;
	while (before > from && lengths[at]! - lengths[before]! < 2 * tolerance) before--;
	let after = at;
	while (after < to && lengths[after]! - lengths[at]! < 2 * tolerance) after++;
	const x = xs[after]! - xs[before]!;
	const y = ys[after]! - ys[before]!;
	const size = Math.hypot(x, y) || 1;
	return { x: x / size, y: y / size };
}

/** Between two neighbouring positions nothing is known but the way between. */
function straight(pair: Float64Array): Float64Array {
	const [x0, y0, x3, y3] = [pair[0]!, pair[1]!, pair[2]!, pair[3]!];
	const dx = (x3 - x0) / 3;
	const dy = (y3 - y0) / 3;
	return Float64Array.of(x0, y0, x0 + dx, y0 + dy, x3 - dx, y3 - dy, x3, y3);
}

function polyline(c: Float64Array): Float64Array {
	const steps = 24;
	const line = new Float64Array((steps + 1) * 2);
	for (let i = 0; i <= steps; i++) {
		const t = i / steps;
		const s = 1 - t;
		for (let k = 0; k < 2; k++)
			line[i * 2 + k] =
				s * s * s * c[k]! +
				3 * s * s * t * c[2 + k]! +
				3 * s * t * t * c[4 + k]! +
				t * t * t * c[6 + k]!;
	}
	return line;
}

function toControlPoints(cubics: readonly Float64Array[]): ControlPoint[] {
	const points: ControlPoint[] = [];
	for (let i = 0; i <= cubics.length; i++) {
		const before = cubics[i - 1];
		const after = cubics[i];
		const x = after ? after[0]! : before![6]!;
		const y = after ? after[1]! : before![7]!;
		points.push({
			x,
			y,
			mode: 'bezier',
			...(before && { handleIn: { x: before[4]! - x, y: before[5]! - y } }),
			...(after && { handleOut: { x: after[2]! - x, y: after[3]! - y } }),
		});
	}
	return points;
}
