import type { ScreenPoint } from '#core/geometry/point.ts';

const maxGapMs = 400;
const maxDistance = 5;

/** Counts quick presses in one place: 1, 2, 1, 2 ... by the events' own time stamps (`detail` is 0 on pointer events). */
export function createClickCounter(): (
	event: { readonly timeStamp: number; readonly button: number },
	at: ScreenPoint,
) => number {
	let last: { timeStamp: number; at: ScreenPoint; button: number } | null = null;
	return (event, at) => {
		const isSecond =
			last !== null &&
			last.button === event.button &&
			event.timeStamp - last.timeStamp <= maxGapMs &&
			Math.hypot(at.x - last.at.x, at.y - last.at.y) <= maxDistance;
		last = isSecond ? null : { timeStamp: event.timeStamp, at, button: event.button };
		return isSecond ? 2 : 1;
	};
}
