import type { PlannedTrack } from '#metrics/adherence/readPlan.ts';
import type { Report } from '#metrics/report/report.ts';

/** A value a frame; null: lost, released, or not to be told. */
export type FrameValues = readonly (number | null)[];

/** Distance from the plan, px, in each frame: of one track, or the mean of those that were seen. @param track null: all. */
export function errorOverTime({ adherence, video }: Report, track: number | null): FrameValues {
	if (track !== null) return adherence.tracks[track]?.errorPx ?? [];
	return Array.from({ length: video.frameCount }, (_, k) =>
		meanOf(adherence.tracks.map(({ errorPx }) => errorPx[k] ?? null)),
	);
}

/** Speed of what was measured, px/s, mean over three steps so that the tracker's grain does not drown it. */
export function measuredSpeed({ adherence }: Report, track: number, fps: number): FrameValues {
	return speedOf(adherence.tracks[track]?.places ?? [], fps);
}

/** Speed of the plan, px/s, measured the same way. */
export function plannedSpeed({ smooth, visible }: PlannedTrack, fps: number): FrameValues {
	return speedOf(
		Array.from({ length: smooth.length / 2 }, (_, k) =>
			k < visible ? ([smooth[2 * k]!, smooth[2 * k + 1]!] as const) : null,
		),
		fps,
	);
}

/** Lower bounds of the bars, px; the last is open. */
export const errorBounds = [0, 2, 4, 6, 8, 12, 16, 24] as const;

/** Share of the track frames (from the second on) in each bar, 0..1, and of those that were lost; together 1. */
export function errorHistogram({ adherence }: Report): {
	readonly bars: readonly number[];
	readonly lost: number;
} {
	const counts = errorBounds.map(() => 0);
	let [all, lost] = [0, 0];
	for (const { errorPx, places } of adherence.tracks)
		for (let k = 1; k < errorPx.length; k++) {
			const error = errorPx[k] ?? null;
			// Seen but without an error: released, the plan says nothing any more.
			if (error === null && places[k]) continue;
			all++;
			if (error === null) lost++;
			else counts[errorBounds.findLastIndex((from) => error >= from)]!++;
		}
	return {
		bars: counts.map((count) => (all > 0 ? count / all : 0)),
		lost: all > 0 ? lost / all : 0,
	};
}

function speedOf(places: readonly (readonly [number, number] | null)[], fps: number): FrameValues {
	const step = (k: number): number | null => {
		const [from, to] = [places[k - 1], places[k]];
		return from && to ? Math.hypot(to[0] - from[0], to[1] - from[1]) * fps : null;
	};
	return places.map((place, k) => (place ? meanOf([step(k - 1), step(k), step(k + 1)]) : null));
}

function meanOf(values: readonly (number | null)[]): number | null {
	const seen = values.filter((value) => value !== null);
	return seen.length > 0 ? seen.reduce((sum, value) => sum + value, 0) / seen.length : null;
}
