import type { Report } from '#metrics/report/report.ts';
import { type Theme, trackColor } from '#render/palette.ts';
import type { Mark } from '#render/scene/mark.ts';
import type { ResultTrack } from '../metrics/resultPlan.ts';

export interface MeasuredView {
	readonly tracks: readonly ResultTrack[];
	readonly report: Report;
	readonly frame: number;
	/** Screen px a pixel of the video. */
	readonly scale: number;
	readonly planned: boolean;
	readonly measured: boolean;
}

/**
 * Plan and measurement over a frame of a video: the planned path is a white dash and a ring where the point was to be, the
 * measured one a line of the track's colour up to now and a dot where it is; a line between them is the error; a cross marks
 * where a lost point was seen last.
 */
export function measuredScene(view: MeasuredView, theme: Theme): Mark[] {
	const { tracks, report, frame } = view;
	const marks: Mark[] = [];
	tracks.forEach(({ color, plan }, i) => {
		const found = report.adherence.tracks[i];
		const shown = Math.min(frame, plan.visible - 1);
		const planned = pathOf(placesOfPlan(plan.smooth, plan.visible), view.scale);
		if (view.planned)
			marks.push(...lineMarks(planned, theme.halo, theme, { lineWidth: 1.5, dash: [5, 5] }));
		if (!found || shown < 0) return;
		const own = trackColor(theme, color);
		if (view.measured)
			marks.push(
				...lineMarks(pathOf(found.places.slice(0, frame + 1), view.scale), own, theme, {
					lineWidth: 2,
				}),
			);
		const to = pointAt(plan.places, shown, view.scale);
		const at = found.places[frame];
		const is = at && ([at[0] * view.scale, at[1] * view.scale] as const);
		if (view.planned && view.measured && is && frame < plan.visible)
			marks.push({ type: 'path', subpaths: [[...to, ...is]], stroke: theme.danger, lineWidth: 2 });
		if (view.planned)
			marks.push(
				{ type: 'discs', centers: to, radius: 6, stroke: theme.casing, lineWidth: 4 },
				{ type: 'discs', centers: to, radius: 6, stroke: theme.halo, lineWidth: 1.5 },
			);
		if (!view.measured) return;
		if (is)
			marks.push({
				type: 'discs',
				centers: is,
				radius: 4,
				fill: own,
				stroke: theme.casing,
				lineWidth: 1.5,
			});
		else {
			const seen = found.places.slice(0, frame + 1).findLast((place) => place !== null);
			if (seen) marks.push(...crossMarks(seen[0] * view.scale, seen[1] * view.scale, own, theme));
		}
	});
	return marks;
}

type Place = readonly [x: number, y: number] | null;

const placesOfPlan = (values: Float64Array, visible: number): Place[] =>
	Array.from({ length: visible }, (_, k) => [values[2 * k]!, values[2 * k + 1]!] as const);

const pointAt = (values: Float64Array, frame: number, scale: number) =>
	[values[2 * frame]! * scale, values[2 * frame + 1]! * scale] as const;

/** Unbroken stretches as lines, screen px. */
function pathOf(places: readonly Place[], scale: number): number[][] {
	const lines: number[][] = [[]];
	for (const place of places) {
		if (place) lines.at(-1)!.push(place[0] * scale, place[1] * scale);
		else if (lines.at(-1)!.length > 0) lines.push([]);
	}
	return lines.filter((line) => line.length >= 4);
}

function lineMarks(
	subpaths: readonly number[][],
	stroke: string,
	theme: Theme,
	look: { readonly lineWidth: number; readonly dash?: readonly number[] },
): Mark[] {
	if (subpaths.length === 0) return [];
	return [
		{ type: 'path', subpaths, stroke: theme.casing, lineWidth: look.lineWidth + 2.5 },
		{ type: 'path', subpaths, stroke, ...look },
	];
}

function crossMarks(x: number, y: number, stroke: string, theme: Theme): Mark[] {
	const subpaths = [
		[x - 5, y - 5, x + 5, y + 5],
		[x - 5, y + 5, x + 5, y - 5],
	];
	return [
		{ type: 'path', subpaths, stroke: theme.casing, lineWidth: 5 },
		{ type: 'path', subpaths, stroke, lineWidth: 2.5 },
	];
}
