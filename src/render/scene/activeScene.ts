import type { ControlPoint, Track } from '#core/document/document.ts';
import type { ScreenPoint } from '#core/geometry/point.ts';
import { flattenTrack } from '#core/trajectory/samplePath.ts';
import { type Theme, trackColor } from '../palette.ts';
import { badgeMarks } from './badge.ts';
import { frameDots } from './frameDots.ts';
import { arrowHead, pinTicks, ringRadius } from './glyphs.ts';
import { hasSomething } from './inactiveScene.ts';
import type { Mark } from './mark.ts';
import { addPoint, emptyPoints, pointMarks } from './pointMarks.ts';
import { screenLine } from './screenLine.ts';
import type { TrackView } from './trackView.ts';
import { imageToScreen, type Viewport } from './viewport.ts';

/** How a track under work is drawn. */
export interface ActiveLook {
	readonly selected: boolean;
	/** Under the pointer. */
	readonly hovered: boolean;
	/** Indices of selected control points. */
	readonly selectedPoints: readonly number[];
	/** Index of the control point under the pointer. */
	readonly hoveredPoint?: number | undefined;
	/** Frames of the clip when each frame gets a dot. */
	readonly frameDots?: { readonly length: number; readonly fps: number } | undefined;
}

/** One track that is selected or under the pointer. Empty for a hidden track. Cost: O(points + frames). */
export function activeScene(
	view: TrackView,
	look: ActiveLook,
	viewport: Viewport,
	theme: Theme,
): Mark[] {
	if (!view.track.visible || view.track.points.length === 0) return [];
	const marks =
		view.track.kind === 'pin'
			? pinMarks(view.track, look, viewport, theme)
			: pathMarks(view, look, viewport, theme);
	return marks.filter(hasSomething);
}

function pathMarks(view: TrackView, look: ActiveLook, viewport: Viewport, theme: Theme): Mark[] {
	const { track } = view;
	const color = trackColor(theme, track.color);
	const casing = look.selected ? theme.casingSelected : theme.casing;
	const line = screenLine(flattenTrack(track), viewport);
	const subpaths = line.length >= 4 ? [line] : [];
	const arrow = arrowHead(line);
	const arrows = arrow ? [arrow] : [];
	const points = track.points.map((p) => imageToScreen(viewport, p));
	const start = points[0] as ScreenPoint;
	const ring = [start.x, start.y];
	const lineWidth = track.locked ? 1.5 : look.hovered && !look.selected ? 3 : 2;
	return [
		{ type: 'path', subpaths, stroke: casing, lineWidth: look.selected ? 5.5 : 5 },
		{ type: 'path', subpaths: arrows, closed: true, stroke: casing, lineWidth: 3 },
		{ type: 'discs', centers: ring, radius: ringRadius, stroke: casing, lineWidth: 4.5 },
		{ type: 'path', subpaths, stroke: color, lineWidth, alpha: track.locked ? 0.6 : 1 },
		{ type: 'path', subpaths: arrows, closed: true, fill: color },
		...(look.frameDots ? frameDots(track, look.frameDots, viewport, theme) : []),
		{ type: 'discs', centers: ring, radius: ringRadius, stroke: color, lineWidth: 1.5 },
		...controlPoints(track, points, look, arrow !== undefined, theme),
		...badgeMarks(view, viewport, theme),
	];
}

function controlPoints(
	track: Track,
	points: readonly ScreenPoint[],
	look: ActiveLook,
	hasArrow: boolean,
	theme: Theme,
): Mark[] {
	const color = trackColor(theme, track.color);
	const plain = emptyPoints();
	const hovered = emptyPoints();
	const selected = emptyPoints();
	const rings: number[] = [];
	track.points.forEach((point, index) => {
		const at = points[index] as ScreenPoint;
		const isSelected = look.selectedPoints.includes(index);
		const isHovered = look.hoveredPoint === index;
		if (isHovered) rings.push(at.x, at.y);
		// The arrow stands for the last point, the ring for the first, until somebody reaches for it.
		const isDrawnAlready =
			(index === track.points.length - 1 && hasArrow && !track.closed) ||
			(index === 0 && !look.selected);
		if (isSelected) addPoint(selected, point.mode, at);
		else if (isHovered) addPoint(hovered, point.mode, at);
		else if (!isDrawnAlready) addPoint(plain, point.mode, at);
	});
	return [
		{ type: 'discs', centers: rings, radius: 8.5, stroke: theme.halo, lineWidth: 1.25 },
		...pointMarks(plain, { fill: color, stroke: theme.casing, lineWidth: 1.5 }),
		...pointMarks(hovered, { fill: color, stroke: theme.casing, lineWidth: 1.5, grow: 1.25 }),
		...pointMarks(selected, {
			fill: theme.casingSelected,
			stroke: theme.casingSelected,
			lineWidth: 5.5,
		}),
		...pointMarks(selected, { fill: '#ffffff', stroke: color, lineWidth: 2.5 }),
	];
}

function pinMarks(track: Track, look: ActiveLook, viewport: Viewport, theme: Theme): Mark[] {
	const at = imageToScreen(viewport, track.points[0] as ControlPoint);
	const color = trackColor(theme, track.color);
	const centers = [at.x, at.y];
	const ticks = pinTicks(at.x, at.y);
	const ring = look.selected ? '#ffffff' : color;
	const grow = look.hovered ? 1.25 : 1;
	return [
		{ type: 'path', subpaths: ticks, stroke: theme.casingSelected, lineWidth: 5 },
		{
			type: 'discs',
			centers,
			radius: 5.5 * grow,
			stroke: theme.casingSelected,
			lineWidth: 5,
		},
		{ type: 'path', subpaths: ticks, stroke: color, lineWidth: 2 },
		{ type: 'discs', centers, radius: 5.5 * grow, stroke: ring, lineWidth: 2 },
		{ type: 'discs', centers, radius: 1.75, fill: theme.halo },
	];
}
