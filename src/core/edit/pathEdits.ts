import type { ControlPoint, Track } from '../document/document.ts';
import { subSteps } from '../geometry/curve.ts';
import { fitStroke } from '../trajectory/fitStroke.ts';
import { paceAt, withPace } from '../trajectory/pace.ts';
import { flattenTrack } from '../trajectory/samplePath.ts';
import { trackCurve } from '../trajectory/trackCurve.ts';

/*
 * Changes of a path's points. Pure: each returns a new track, or the same one where nothing is to be done.
 */

/**
 * The path run the other way, at the mirrored pace: handles change sides, a time key at t moves to start + end - t.
 * A closed path keeps its first point. Twice is the track again, but for rounding of time keys.
 */
export function reverseTrack(track: Track): Track {
	if (track.points.length < 2) return track;
	const { start, end } = track.timing;
	const turned = track.points.map(({ handleIn, handleOut, time, ...rest }) => ({
		...withPace(withPace(rest, paceAt(rest, 'out'), 'in'), paceAt(rest, 'in'), 'out'),
		...(handleOut && { handleIn: handleOut }),
		...(handleIn && { handleOut: handleIn }),
		...(time !== undefined && { time: Math.min(1, Math.max(0, start + end - time)) }),
	}));
	const [first, ...others] = turned;
	const points = track.closed && first ? [first, ...others.reverse()] : turned.reverse();
	return { ...track, points };
}

/**
 * Cuts a path at an inner point, which both parts get; a closed path is opened there and stays one.
 * The parts follow each other in time, in the measure of their lengths.
 */
export function splitTrack(track: Track, index: number, secondId: string): readonly Track[] {
	const { points, closed, timing } = track;
	const at = points[index];
	if (!at || track.kind === 'pin') return [track];
	if (closed) {
		const opened = [...points.slice(index), ...points.slice(0, index), at].map(withoutTime);
		return [{ ...track, closed: false, points: opened }];
	}
	if (index < 1 || index > points.length - 2) return [track];
	const { lengths, totalLength } = trackCurve(track);
	const part = totalLength > 0 ? (lengths[index * subSteps] ?? 0) / totalLength : 0.5;
	const middle = timing.start + (timing.end - timing.start) * Math.min(0.95, Math.max(0.05, part));
	return [
		{
			...track,
			points: points.slice(0, index + 1).map(withoutTime),
			timing: { ...timing, end: middle },
		},
		{
			...track,
			id: secondId,
			points: points.slice(index).map(withoutTime),
			timing: { ...timing, start: middle },
		},
	];
}

/**
 * One path of two: joined where their ends are nearest, so that the first keeps its direction and the second is
 * turned round where needed. Ends within `sameImagePx` of each other become one point.
 */
export function joinTracks(first: Track, second: Track, sameImagePx = 1): Track {
	const a = first.points;
	let b = second.points;
	const gap = (p: ControlPoint | undefined, q: ControlPoint | undefined) =>
		p && q ? Math.hypot(p.x - q.x, p.y - q.y) : Number.POSITIVE_INFINITY;
	const ways = [gap(a.at(-1), b[0]), gap(a.at(-1), b.at(-1)), gap(b.at(-1), a[0]), gap(b[0], a[0])];
	const best = ways.indexOf(Math.min(...ways));
	if (best === 1 || best === 3) b = reverseTrack({ ...second, closed: false }).points;
	const [before, after] = best >= 2 ? [b, a] : [a, b];
	const isSame = (ways[best] ?? 0) <= sameImagePx;
	const points = [...before, ...(isSame ? after.slice(1) : after)].map(withoutTime);
	return {
		...first,
		points,
		closed: false,
		timing: {
			...first.timing,
			start: Math.min(first.timing.start, second.timing.start),
			end: Math.max(first.timing.end, second.timing.end),
		},
	};
}

/** Fewer points within a tolerance (image px, above 0) of the path; the same track when that would not be fewer. */
export function simplifyTrack(track: Track, toleranceImagePx: number): Track {
	if (track.kind === 'pin' || track.points.length < 3) return track;
	const line = flattenTrack(track);
	const stroke = Array.from({ length: line.length >> 1 }, (_, i) => ({
		x: line[2 * i] as number,
		y: line[2 * i + 1] as number,
	}));
	let points: readonly ControlPoint[] = fitStroke(stroke, toleranceImagePx);
	if (track.closed && points.length > 3) points = points.slice(0, -1);
	return points.length < 2 || points.length >= track.points.length ? track : { ...track, points };
}

const withoutTime = ({ time: _, ...point }: ControlPoint): ControlPoint => point;
