import type { ControlPoint, Timing, Track } from '../document/document.ts';
import { type Curve, subSteps } from '../geometry/curve.ts';
import { ease, isSmooth } from './easing.ts';
import { paceAt } from './pace.ts';

/** When a track is where along its length. */
export interface Progress {
	/** Share of the clip at which the motion begins and ends; it holds still before and after. begin <= end. */
	readonly begin: number;
	readonly end: number;
	/** Eased time (0..1 between begin and end) of each fixed place, never falling; first 0, last 1. */
	readonly easedTimes: Float64Array;
	/** Length along the curve of each fixed place, never falling. */
	readonly lengths: Float64Array;
	/** Length per eased time at each fixed place, towards the part before it and the part after it: 2 values each. */
	readonly speeds: Float64Array;
	/** The easing runs anew in each part between two fixed places; `easedTimes` are then plain times. */
	readonly timing: Timing;
	readonly isByPart: boolean;
}

/**
 * The fixed places of a track: its start, its end and each control point with a `time`.
 * Between two of them the track runs by arc length in eased time, so points without `time` rove: evenly where only
 * the ends are fixed, else with a pace that changes smoothly at the fixed places and never turns back
 * (monotone cubic, Fritsch & Carlson 1980 with the slopes of Fritsch & Butland 1984).
 * The first and last point's own `time` win over `timing.start` and `timing.end`.
 * A time earlier than the one before it, or outside begin..end, is moved to the nearest allowed time.
 * An easing that jumps, falls back or goes too far (see `isSmooth`) runs from each fixed place to the next.
 */
export function trackProgress(track: Track, curve: Curve): Progress {
	const { points, timing } = track;
	const last = points.length - 1;
	const begin = points[0]!.time ?? timing.start;
	const endTime = track.closed ? timing.end : (points[last]!.time ?? timing.end);
	const end = Math.max(begin, endTime);
	const easedTimes: number[] = [0];
	const lengths: number[] = [0];
	/** Reaching and leaving each fixed place. */
	const paces: number[] = bothPaces(points[0]!);
	const isByPart = !isSmooth(timing.easing);
	const lastInner = track.closed ? last : last - 1;
	for (let i = 1; i <= lastInner; i++) {
		const time = points[i]!.time;
		if (time === undefined) continue;
		const share = end > begin ? (Math.min(end, Math.max(begin, time)) - begin) / (end - begin) : 0;
		easedTimes.push(Math.max(easedTimes.at(-1)!, isByPart ? share : ease(timing, share)));
		lengths.push(curve.lengths[i * subSteps]!);
		paces.push(...bothPaces(points[i]!));
	}
	easedTimes.push(1);
	paces.push(...bothPaces(track.closed ? points[0]! : points[last]!));
	lengths.push(curve.totalLength);
	return {
		begin,
		end,
		easedTimes: Float64Array.from(easedTimes),
		lengths: Float64Array.from(lengths),
		speeds: withPaces(speedsAt(easedTimes, lengths), paces, easedTimes, lengths),
		timing,
		isByPart,
	};
}

/**
 * Length along the curve at a share 0..1 of the time from begin to end; below 0 or beyond the whole length where the easing
 * goes too far.
 */
export function lengthAtShare(progress: Progress, share: number): number {
	const { easedTimes, lengths, timing, isByPart } = progress;
	const time = isByPart ? share : ease(timing, share);
	let place = 0;
	while (place < easedTimes.length - 2 && easedTimes[place + 1]! <= time) place++;
	if (!isByPart) return lengthAt(progress, place, time);
	const from = easedTimes[place]!;
	const span = easedTimes[place + 1]! - from;
	const part = span > 0 ? Math.min(1, (time - from) / span) : 1;
	const start = lengths[place]!;
	return start + ease(timing, part) * (lengths[place + 1]! - start);
}

/** Length along the curve at an eased time between the fixed places `place` and `place + 1`. */
function lengthAt(progress: Progress, place: number, easedTime: number): number {
	const { easedTimes, lengths, speeds } = progress;
	const from = easedTimes[place]!;
	const span = easedTimes[place + 1]! - from;
	const start = lengths[place]!;
	const rise = lengths[place + 1]! - start;
	if (span <= 0) return start + rise;
	const t = (easedTime - from) / span;
	const leaving = speeds[place * 2 + 1]! * span;
	const arriving = speeds[place * 2 + 2]! * span;
	const a = leaving + arriving - 2 * rise;
	const b = 3 * rise - 2 * leaving - arriving;
	return start + ((a * t + b) * t + leaving) * t;
}

/** Speeds times the paces that a person gave, held to 3 times the mean on both sides, so that nothing turns back. */
function withPaces(
	speeds: Float64Array,
	paces: readonly number[],
	times: readonly number[],
	lengths: readonly number[],
): Float64Array {
	const mean = (k: number) =>
		k >= 0 && k + 1 < times.length && times[k + 1]! > times[k]!
			? (lengths[k + 1]! - lengths[k]!) / (times[k + 1]! - times[k]!)
			: Number.POSITIVE_INFINITY;
	for (let k = 0; k < times.length; k++) {
		const [reached = 1, left = 1] = paces.slice(2 * k, 2 * k + 2);
		const sides = [mean(k - 1), mean(k)] as const;
		[reached, left].forEach((pace, side) => {
			if (pace === 1) return;
			const highest = 3 * (reached === left ? Math.min(...sides) : sides[side]!);
			speeds[2 * k + side] = Math.min(highest, speeds[2 * k + side]! * pace);
		});
	}
	return speeds;
}

const bothPaces = (point: ControlPoint): [number, number] => [
	paceAt(point, 'in'),
	paceAt(point, 'out'),
];

function speedsAt(times: readonly number[], lengths: readonly number[]): Float64Array {
	const last = times.length - 1;
	const speeds = new Float64Array(times.length * 2);
	const mean = (k: number) => (lengths[k + 1]! - lengths[k]!) / (times[k + 1]! - times[k]!);
	const isGap = (k: number) => k >= 0 && k < last && times[k + 1]! > times[k]!;
	for (let k = 0; k <= last; k++) {
		const before = isGap(k - 1);
		const after = isGap(k);
		if (before && after) {
			const speed = innerSpeed(
				times[k]! - times[k - 1]!,
				times[k + 1]! - times[k]!,
				mean(k - 1),
				mean(k),
			);
			speeds[k * 2] = speed;
			speeds[k * 2 + 1] = speed;
		} else if (before) {
			speeds[k * 2] =
				isGap(k - 2) && k === last
					? endSpeed(
							times[k]! - times[k - 1]!,
							times[k - 1]! - times[k - 2]!,
							mean(k - 1),
							mean(k - 2),
						)
					: mean(k - 1);
		} else if (after) {
			speeds[k * 2 + 1] =
				isGap(k + 1) && k === 0
					? endSpeed(times[1]! - times[0]!, times[2]! - times[1]!, mean(0), mean(1))
					: mean(k);
		}
	}
	return speeds;
}

/** Weighted harmonic mean of the paces on both sides; 0 beside a standstill. */
function innerSpeed(h0: number, h1: number, d0: number, d1: number): number {
	if (d0 <= 0 || d1 <= 0) return 0;
	const w0 = 2 * h1 + h0;
	const w1 = h1 + 2 * h0;
	return (w0 + w1) / (w0 / d0 + w1 / d1);
}

/** Three-point pace at an end, held to 0..3 times the pace of its part, so that nothing turns back. */
function endSpeed(h0: number, h1: number, d0: number, d1: number): number {
	const speed = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1);
	return Math.min(3 * d0, Math.max(0, speed));
}
