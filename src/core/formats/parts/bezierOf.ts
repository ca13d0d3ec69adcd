import { createCurve } from '../../geometry/curve.ts';
import type { ExportTrack } from './exportTypes.ts';

/** A point of a path with both its handles, absolute. */
export interface BezierPoint {
	readonly x: number;
	readonly y: number;
	readonly inX: number;
	readonly inY: number;
	readonly outX: number;
	readonly outY: number;
}

/**
 * A track's curve as cubic Beziers, exactly, in the pixels that `map` makes of the image's; of a track without a curve a
 * straight line from sample to sample. One point for a pin; a closed path ends with its first point again.
 */
export function bezierOf(
	{ track, samples }: ExportTrack,
	map: (x: number, y: number) => Pair = same,
): BezierPoint[] {
	const corner = (x: number, y: number): BezierPoint => {
		const p = rounded(x, y);
		return { ...p, inX: p.x, inY: p.y, outX: p.x, outY: p.y };
	};
	if (!track)
		return Array.from({ length: samples.length / 2 }, (_, i) =>
			corner(...map(samples[2 * i]!, samples[2 * i + 1]!)),
		);
	const curve = createCurve(track.points, track.closed);
	if (curve.segmentCount === 0 || track.kind === 'pin') {
		const { x, y } = track.points[0]!;
		return [corner(...map(x, y))];
	}
	const c = curve.coefficients;
	const points: BezierPoint[] = [];
	for (let i = 0; i <= curve.segmentCount; i++) {
		const [before, after] = [i - 1, i];
		const hasBefore = before >= 0;
		const hasAfter = after < curve.segmentCount;
		const [px, py] = hasAfter
			? [c[after * 8 + 3]!, c[after * 8 + 7]!]
			: [endOf(c, before * 8), endOf(c, before * 8 + 4)];
		const here = rounded(...map(px, py));
		// B'(1) / 3 back from the end of one segment, B'(0) / 3 on from the start of the next.
		const incoming = hasBefore
			? rounded(...map(px - slopeAtEnd(c, before * 8) / 3, py - slopeAtEnd(c, before * 8 + 4) / 3))
			: here;
		const outgoing = hasAfter
			? rounded(...map(px + c[after * 8 + 2]! / 3, py + c[after * 8 + 6]! / 3))
			: here;
		points.push({ ...here, inX: incoming.x, inY: incoming.y, outX: outgoing.x, outY: outgoing.y });
	}
	return points;
}

export type Pair = readonly [x: number, y: number];
const same = (x: number, y: number): Pair => [x, y];

const endOf = (c: Float64Array, at: number): number =>
	c[at]! + c[at + 1]! + c[at + 2]! + c[at + 3]!;
const slopeAtEnd = (c: Float64Array, at: number): number =>
	3 * c[at]! + 2 * c[at + 1]! + c[at + 2]!;

const rounded = (x: number, y: number) => ({ x: twoDecimals(x), y: twoDecimals(y) });

/** `+ 0` turns -0 into 0. */
export const twoDecimals = (value: number): number => Math.round(value * 100) / 100 + 0;
