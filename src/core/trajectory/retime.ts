import type { ControlPoint, Timing, Track } from '../document/document.ts';

/**
 * The track with a control point passed at a share of the clip, or roving with `null`.
 * The first and the last point of an open path are the timing's start and end: moving one trims the track, and they never rove.
 * The time is kept between those of the time keys on both sides. An unknown index, a pin or a single point: the same track.
 */
export function retimePoint(track: Track, index: number, share: number | null): Track {
	const { points, timing, closed } = track;
	const last = points.length - 1;
	const point = points[index];
	if (!point || track.kind === 'pin' || last === 0) return track;
	const isEnd = !closed && index === last;
	if (index > 0 && !isEnd && share === null)
		return point.time === undefined ? track : withPoint(track, index, roving(point));
	if (share === null) return track;
	const { earliest, latest } = roomOf(track, index);
	const time = Math.min(latest, Math.max(earliest, share));
	if (index > 0 && !isEnd)
		return time === point.time ? track : withPoint(track, index, { ...point, time });
	const edge: Partial<Timing> = index === 0 ? { start: time } : { end: time };
	return { ...withPoint(track, index, withoutTime(point)), timing: { ...timing, ...edge } };
}

/** A point without a time; its pace goes with it. */
const roving = ({
	time: _time,
	pace: _pace,
	paceIn: _paceIn,
	...point
}: ControlPoint): ControlPoint => point;
const withoutTime = ({ time: _, ...point }: ControlPoint): ControlPoint => point;

const withPoint = (track: Track, index: number, point: ControlPoint): Track => ({
	...track,
	points: track.points.map((p, i) => (i === index ? point : p)),
});

/** Shares of the clip between which a point's time may lie: the fixed places before and after it. */
export function roomOf(
	track: Track,
	index: number,
): { readonly earliest: number; readonly latest: number } {
	const { points, timing, closed } = track;
	const last = points.length - 1;
	let earliest = index === 0 ? 0 : (points[0]?.time ?? timing.start);
	let latest =
		!closed && index === last ? 1 : closed ? timing.end : (points[last]?.time ?? timing.end);
	for (let i = 1; i < (closed ? points.length : last); i++) {
		const time = points[i]?.time;
		if (time === undefined || i === index) continue;
		if (i < index) earliest = Math.max(earliest, time);
		else latest = Math.min(latest, time);
	}
	return { earliest, latest: Math.max(earliest, latest) };
}

type Span = Pick<Timing, 'start' | 'end'>;

/** Share of the clip, a thousandth of a sample. */
const SHORTEST_SPAN = 1e-5;

/**
 * All times of a track, time keys and release too, moved and stretched as `from` becomes `to`; held to the clip.
 * A `to` that ends before it starts counts as its start.
 */
export function retimeTrack(track: Track, from: Span, to: Span): Track {
	if (from.start === to.start && from.end === to.end) return track;
	const length = from.end - from.start;
	// A span too short to be seen has no shape to stretch, and its factor could be infinite.
	const factor = length > SHORTEST_SPAN ? Math.max(0, to.end - to.start) / length : 1;
	const map = (share: number): number =>
		Math.min(1, Math.max(0, to.start + (share - from.start) * factor));
	const { timing } = track;
	return {
		...track,
		timing: {
			...timing,
			start: map(timing.start),
			end: map(timing.end),
			...(timing.release === undefined ? {} : { release: map(timing.release) }),
		},
		points: track.points.some((p) => p.time !== undefined)
			? track.points.map((p) => (p.time === undefined ? p : { ...p, time: map(p.time) }))
			: track.points,
	};
}
