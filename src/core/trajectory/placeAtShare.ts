import type { ControlPoint, Track } from '../document/document.ts';
import { curveX, curveY, subSteps } from '../geometry/curve.ts';
import type { ImagePoint } from '../geometry/point.ts';
import { lengthAtShare, trackProgress } from './progress.ts';
import { trackCurve } from './trackCurve.ts';

export interface TrackPlace {
	/** The control point before it; a new one here is inserted after that. */
	readonly segmentIndex: number;
	readonly point: ImagePoint;
}

/**
 * Where on its own path a track is at a share of the clip, in its first pass; image pixels. Before the start the first point, after
 * the end the last; where the easing goes beyond an end, that end. One point or a pin: that one. Cost: O(points).
 */
export function placeAtShare(track: Track, share: number): TrackPlace {
	const first = track.points[0]!;
	const curve = trackCurve(track);
	if (curve.segmentCount === 0) return { segmentIndex: 0, point: { x: first.x, y: first.y } };
	const progress = trackProgress(track, curve);
	const { begin, end } = progress;
	const part = end > begin ? Math.min(1, Math.max(0, (share - begin) / (end - begin))) : 1;
	const length = Math.min(curve.totalLength, Math.max(0, lengthAtShare(progress, part)));
	const { lengths } = curve;
	let step = 0;
	while (step < lengths.length - 2 && lengths[step + 1]! <= length) step++;
	const span = lengths[step + 1]! - lengths[step]!;
	const inside = span > 0 ? (length - lengths[step]!) / span : 0;
	const segmentIndex = Math.floor(step / subSteps);
	const t = ((step % subSteps) + inside) / subSteps;
	return {
		segmentIndex,
		point: { x: curveX(curve, segmentIndex, t), y: curveY(curve, segmentIndex, t) },
	};
}

/** A control point for a place on a path, passed at a share of the clip; a corner between corners, where the path is straight. */
export function keyAt(
	track: Track,
	{ segmentIndex, point }: TrackPlace,
	share: number,
): ControlPoint {
	const before = track.points[segmentIndex];
	const after = track.points[(segmentIndex + 1) % track.points.length];
	const isStraight = before?.mode === 'corner' && after?.mode === 'corner';
	return { ...point, mode: isStraight ? 'corner' : 'smooth', time: share };
}
