import type { Rect, ScreenPoint } from '#core/geometry/point.ts';
import type { Theme } from '../palette.ts';
import { square } from './glyphs.ts';
import type { Mark } from './mark.ts';

/**
 * The transform box: a thin frame, squares to scale by, a knob to turn by, a cross for the pivot; screen px.
 * @param squares Where the squares are. @param knob Where the knob is.
 */
export function boxScene(
	box: Rect,
	squares: readonly ScreenPoint[],
	knob: ScreenPoint,
	pivot: ScreenPoint,
	theme: Theme,
): Mark[] {
	const middle = box.x + box.width / 2;
	const stem = [[middle, box.y, knob.x, knob.y]];
	const cross = [
		[pivot.x - 6, pivot.y, pivot.x + 6, pivot.y],
		[pivot.x, pivot.y - 6, pivot.x, pivot.y + 6],
	];
	const corners = squares.map(({ x, y }) => square(x, y, 8));
	return [
		{ type: 'box', ...box, radius: 0, stroke: theme.casing, lineWidth: 3 },
		{ type: 'path', subpaths: stem, stroke: theme.casing, lineWidth: 3 },
		{ type: 'box', ...box, radius: 0, stroke: theme.halo, lineWidth: 1 },
		{ type: 'path', subpaths: stem, stroke: theme.halo, lineWidth: 1 },
		{ type: 'path', subpaths: cross, stroke: theme.casing, lineWidth: 3.5 },
		{ type: 'path', subpaths: cross, stroke: theme.halo, lineWidth: 1.25 },
		{
			type: 'path',
			subpaths: corners,
			closed: true,
			fill: '#ffffff',
			stroke: theme.casing,
			lineWidth: 1.5,
		},
		{
			type: 'discs',
			centers: [knob.x, knob.y],
			radius: 4.5,
			fill: '#ffffff',
			stroke: theme.casing,
			lineWidth: 1.5,
		},
	];
}
