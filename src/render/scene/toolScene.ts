import type { Rect, ScreenPoint } from '#core/geometry/point.ts';
import { type Theme, trackColor } from '../palette.ts';
import type { Mark } from './mark.ts';

/** The drag rectangle of the selection or the zoom tool; screen px. */
export const marqueeScene = (rect: Rect, theme: Theme): Mark[] => [
	{
		type: 'box',
		...rect,
		radius: 0,
		fill: theme.accent,
		alpha: 0.12,
	},
	{ type: 'box', ...rect, radius: 0, stroke: theme.accent, lineWidth: 1 },
];

/** What a click of the pen would add: a dashed line from the last point. @param line x0, y0 ..., screen px. */
export function penScene(
	line: ArrayLike<number>,
	to: ScreenPoint,
	color: number,
	theme: Theme,
): Mark[] {
	const subpaths = line.length < 4 ? [] : [line];
	return [
		{ type: 'path', subpaths, stroke: theme.casing, lineWidth: 4 },
		{
			type: 'path',
			subpaths,
			stroke: trackColor(theme, color),
			lineWidth: 1.5,
			dash: [5, 5],
		},
		{
			type: 'discs',
			centers: [to.x, to.y],
			radius: 3.5,
			fill: trackColor(theme, color),
			stroke: theme.casing,
			lineWidth: 1.5,
		},
	];
}

/** A freehand stroke while it is drawn. @param line x0, y0 ..., screen px. */
export const strokeScene = (line: ArrayLike<number>, color: number, theme: Theme): Mark[] =>
	line.length < 4
		? []
		: [
				{ type: 'path', subpaths: [line], stroke: theme.casing, lineWidth: 5 },
				{ type: 'path', subpaths: [line], stroke: trackColor(theme, color), lineWidth: 2 },
			];
