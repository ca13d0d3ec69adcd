import type { Track } from '../document/document.ts';
import { type Curve, subSteps } from '../geometry/curve.ts';
import { ease } from './easing.ts';

/** When a track is where along its length. */
export interface Progress {
	/** Share of the clip at which the motion begins and ends; it holds still before and after. begin <= end. */
	readonly begin: number;
	readonly end: number;
	/** Eased time (0..1 between begin and end) of each fixed place, never falling; first 0, last 1. */
	readonly easedTimes: Float64Array;
	/** Length along the curve of each fixed place, never falling. */
	readonly lengths: Float64Array;
}

/**
 * The fixed places of a track: its start, its end and each control point with a `time`.
 * Between two of them the track runs evenly by arc length in eased time, so points without `time` rove.
 * The first and last point's own `time` win over `timing.start` and `timing.end`.
 * A time earlier than the one before it, or outside begin..end, is moved to the nearest allowed time.
 */
export function trackProgress(track: Track, curve: Curve): Progress {
	const { points, timing } = track;
	const last = points.length - 1;
	const begin = points[0]!.time ?? timing.start;
	const endTime = track.closed ? timing.end : (points[last]!.time ?? timing.end);
	const end = Math.max(begin, endTime);
	const easedTimes: number[] = [0];
	const lengths: number[] = [0];
	const lastInner = track.closed ? last : last - 1;
	for (let i = 1; i <= lastInner; i++) {
		const time = points[i]!.time;
		if (time === undefined) continue;
		const share = end > begin ? (Math.min(end, Math.max(begin, time)) - begin) / (end - begin) : 0;
		easedTimes.push(Math.max(easedTimes.at(-1)!, ease(timing.easing, share)));
		lengths.push(curve.lengths[i * subSteps]!);
	}
	easedTimes.push(1);
	lengths.push(curve.totalLength);
	return {
		begin,
		end,
		easedTimes: Float64Array.from(easedTimes),
		lengths: Float64Array.from(lengths),
	};
}
