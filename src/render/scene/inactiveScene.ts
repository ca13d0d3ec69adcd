import type { Track } from '#core/document/document.ts';
import { flattenTrack } from '#core/trajectory/samplePath.ts';
import { type Theme, trackColor } from '../palette.ts';
import { badgeMarks } from './badge.ts';
import { arrowHead, pinTicks, ringRadius } from './glyphs.ts';
import type { Mark } from './mark.ts';
import { addPoint, emptyPoints, type PointBatch, pointMarks } from './pointMarks.ts';
import { screenLine } from './screenLine.ts';
import type { TrackView } from './trackView.ts';
import { imageToScreen, type Viewport } from './viewport.ts';

/**
 * The visible tracks that nobody is working on, batched by colour: all casings first, so that every mark reads on any picture.
 * Cost: O(points); one path of each look, whatever the number of tracks.
 */
export function inactiveScene(
	views: readonly TrackView[],
	viewport: Viewport,
	theme: Theme,
): Mark[] {
	const casings: ArrayLike<number>[] = [];
	const rings: number[] = [];
	const pins: number[] = [];
	const ticks: number[][] = [];
	const looks = new Map<string, LookBatch>();
	const shown = views.filter((view) => view.track.visible);
	for (const { track } of shown) {
		const batch = lookOf(looks, track);
		const first = track.points[0];
		if (!first) continue;
		const start = imageToScreen(viewport, first);
		if (track.kind === 'pin') {
			pins.push(start.x, start.y);
			const own = pinTicks(start.x, start.y);
			ticks.push(...own);
			batch.ticks.push(...own);
			batch.pins.push(start.x, start.y);
			continue;
		}
		const line = screenLine(flattenTrack(track), viewport);
		if (line.length >= 4) {
			casings.push(line);
			batch.lines.push(line);
			const arrow = arrowHead(line);
			if (arrow) batch.arrows.push(arrow);
		}
		rings.push(start.x, start.y);
		batch.rings.push(start.x, start.y);
		track.points.slice(1, track.closed ? undefined : -1).forEach((p) => {
			addPoint(batch.points, p.mode, imageToScreen(viewport, p));
		});
	}
	const all = [...looks.values()];
	const marks: Mark[] = [
		{ type: 'path', subpaths: casings, stroke: theme.casing, lineWidth: 5 },
		{
			type: 'path',
			subpaths: all.flatMap((b) => b.arrows),
			closed: true,
			stroke: theme.casing,
			lineWidth: 3,
		},
		{ type: 'discs', centers: rings, radius: ringRadius, stroke: theme.casing, lineWidth: 4.5 },
		{ type: 'path', subpaths: ticks, stroke: theme.casing, lineWidth: 5 },
		{ type: 'discs', centers: pins, radius: 5.5, stroke: theme.casing, lineWidth: 4.5 },
	];
	for (const batch of all) marks.push(...lookMarks(batch, theme));
	marks.push({ type: 'discs', centers: pins, radius: 1.75, fill: theme.halo });
	for (const view of shown)
		if (view.track.kind === 'path') marks.push(...badgeMarks(view, viewport, theme));
	return marks.filter(hasSomething);
}

/** What shares a colour and a lock. */
interface LookBatch {
	readonly color: number;
	readonly locked: boolean;
	readonly lines: ArrayLike<number>[];
	readonly arrows: number[][];
	readonly rings: number[];
	readonly pins: number[];
	readonly ticks: number[][];
	readonly points: PointBatch;
}

function lookOf(looks: Map<string, LookBatch>, track: Track): LookBatch {
	const key = `${track.color} ${track.locked}`;
	const known = looks.get(key);
	if (known) return known;
	const batch: LookBatch = {
		color: track.color,
		locked: track.locked,
		lines: [],
		arrows: [],
		rings: [],
		pins: [],
		ticks: [],
		points: emptyPoints(),
	};
	looks.set(key, batch);
	return batch;
}

function lookMarks(batch: LookBatch, theme: Theme): Mark[] {
	const color = trackColor(theme, batch.color);
	const alpha = batch.locked ? 0.6 : 1;
	return [
		{
			type: 'path',
			subpaths: batch.lines,
			stroke: color,
			lineWidth: batch.locked ? 1.5 : 2,
			alpha,
		},
		{ type: 'path', subpaths: batch.arrows, closed: true, fill: color, alpha },
		{
			type: 'discs',
			centers: batch.rings,
			radius: ringRadius,
			stroke: color,
			lineWidth: 1.5,
			alpha,
		},
		{ type: 'path', subpaths: batch.ticks, stroke: color, lineWidth: 2, alpha },
		{ type: 'discs', centers: batch.pins, radius: 5.5, stroke: color, lineWidth: 2, alpha },
		...pointMarks(batch.points, { fill: color, stroke: theme.casing, lineWidth: 1.5, alpha }),
	];
}

export const hasSomething = (mark: Mark): boolean =>
	mark.type === 'path'
		? mark.subpaths.length > 0
		: mark.type === 'discs'
			? mark.centers.length > 0
			: true;
