import type { Track } from '../document/document.ts';
import { type Curve, curveX, curveY } from '../geometry/curve.ts';
import { flattenCurve, type Polyline } from '../geometry/flattenCurve.ts';
import type { ImagePoint } from '../geometry/point.ts';
import { trackCurve } from './trackCurve.ts';

/** Lines stay this close to the curve; invisible up to a zoom of 1000 %. */
const toleranceImagePx = 0.05;

const known = new WeakMap<Curve, Polyline>();

/**
 * A track's path as straight lines for drawing and hit tests: x, y pairs, image pixels, within 0.05 px of the curve.
 * One point or a pin: that one pair. Shared and remembered by the track's list of points: do not write to it.
 */
export function flattenTrack(track: Track): Float64Array {
	const { vertices } = polylineOf(trackCurve(track));
	const first = track.points[0]!;
	return vertices.length > 0 ? vertices : Float64Array.of(first.x, first.y);
}

export interface NearestOnTrack {
	/** Image pixels. */
	readonly distance: number;
	/** The control point after which a new point here would be inserted; 0 for one point. */
	readonly segmentIndex: number;
	readonly point: ImagePoint;
	/** Place inside the segment, 0..1. */
	readonly t: number;
}

/** The place on a track's path that is nearest to a point, image pixels; of equally near ones the first. O(path vertices). */
export function nearestOnTrack(track: Track, point: ImagePoint): NearestOnTrack {
	const curve = trackCurve(track);
	const first = track.points[0]!;
	if (curve.segmentCount === 0)
		return {
			distance: Math.hypot(point.x - first.x, point.y - first.y),
			segmentIndex: 0,
			point: { x: first.x, y: first.y },
			t: 0,
		};
	const { vertices, segmentStarts } = polylineOf(curve);
	const { line, part } = nearestLine(vertices, point);
	let segmentIndex = 0;
	while (segmentStarts[segmentIndex + 1]! <= line) segmentIndex++;
	const start = segmentStarts[segmentIndex]!;
	const t = (line - start + part) / (segmentStarts[segmentIndex + 1]! - start);
	const found = { x: curveX(curve, segmentIndex, t), y: curveY(curve, segmentIndex, t) };
	return {
		distance: Math.hypot(point.x - found.x, point.y - found.y),
		segmentIndex,
		point: found,
		t,
	};
}

function polylineOf(curve: Curve): Polyline {
	const found = known.get(curve);
	if (found) return found;
	const polyline = flattenCurve(curve, toleranceImagePx);
	known.set(curve, polyline);
	return polyline;
}

function nearestLine(vertices: Float64Array, p: ImagePoint): { line: number; part: number } {
	let best = Number.POSITIVE_INFINITY;
	let line = 0;
	let part = 0;
	for (let i = 0; i + 3 < vertices.length; i += 2) {
		const x = vertices[i]!;
		const y = vertices[i + 1]!;
		const dx = vertices[i + 2]! - x;
		const dy = vertices[i + 3]! - y;
		const square = dx * dx + dy * dy;
		const along = square > 0 ? ((p.x - x) * dx + (p.y - y) * dy) / square : 0;
		const held = Math.min(1, Math.max(0, along));
		const offX = x + held * dx - p.x;
		const offY = y + held * dy - p.y;
		const distance = offX * offX + offY * offY;
		if (distance < best) {
			best = distance;
			line = i / 2;
			part = held;
		}
	}
	return { line, part };
}
