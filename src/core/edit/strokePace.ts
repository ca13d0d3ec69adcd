import type { ControlPoint, Timing } from '../document/document.ts';

interface TimedPoint {
	readonly x: number;
	readonly y: number;
	readonly timeMs: number;
}

/**
 * The points of a fitted path with time keys at the hand's own pace, and when the motion ends: a stroke that took as long
 * as the clip ends with it, a shorter one earlier, a longer one is run faster. Unchanged when the stroke took no time.
 * @param clipSeconds Of the clip, above 0.
 */
export function strokePace(
	points: readonly ControlPoint[],
	stroke: readonly TimedPoint[],
	timing: Timing,
	clipSeconds: number,
): { readonly points: readonly ControlPoint[]; readonly timing: Timing } {
	const first = stroke[0];
	const last = stroke.at(-1);
	const seconds = first && last ? (last.timeMs - first.timeMs) / 1000 : 0;
	if (!first || seconds <= 0 || clipSeconds <= 0) return { points, timing };
	const end = Math.min(1, Math.max(0.05, seconds / clipSeconds));
	let from = 0;
	const timed = points.map((point, i) => {
		if (i === 0 || i === points.length - 1) return point;
		from = nearestOnwards(stroke, point, from);
		const at = stroke[from] ?? first;
		return { ...point, time: (end * (at.timeMs - first.timeMs)) / 1000 / seconds };
	});
	return { points: timed, timing: { ...timing, start: 0, end } };
}

/** The stroke's point nearest to a place, from an index on: a stroke that crosses itself is read in its own order. */
function nearestOnwards(
	stroke: readonly TimedPoint[],
	place: { readonly x: number; readonly y: number },
	from: number,
): number {
	let best = Number.POSITIVE_INFINITY;
	let found = from;
	for (let i = from; i < stroke.length; i++) {
		const point = stroke[i];
		if (!point) continue;
		const distance = Math.hypot(point.x - place.x, point.y - place.y);
		if (distance < best) {
			best = distance;
			found = i;
		} else if (best < 4 && distance > best + 12) break;
	}
	return found;
}
