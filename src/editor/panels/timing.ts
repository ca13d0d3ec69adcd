import type { Timing } from '#core/document/document.ts';

/**
 * A timing with another start or end, kept inside the clip and at least one frame long; the edge that was not named stays.
 * @param length Frames of the clip.
 */
export function withTiming(
	timing: Timing,
	change: { readonly start: number } | { readonly end: number },
	length: number,
): Timing {
	const gap = length > 1 ? 1 / (length - 1) : 1;
	if ('start' in change) {
		const latest = Math.max(0, timing.end - gap);
		return { ...timing, start: Math.min(latest, Math.max(0, change.start)) };
	}
	const earliest = Math.min(1, timing.start + gap);
	return { ...timing, end: Math.max(earliest, Math.min(1, change.end)) };
}

/** The whole span moved by a share of the clip; it stops at either end of the clip. */
export function slideTiming(timing: Timing, by: number): Timing {
	const held = Math.min(1 - timing.end, Math.max(-timing.start, by));
	return { ...timing, start: timing.start + held, end: timing.end + held };
}
