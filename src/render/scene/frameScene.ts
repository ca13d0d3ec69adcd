import type { Rect } from '#core/geometry/point.ts';
import type { Theme } from '../palette.ts';
import type { Mark } from './mark.ts';
import { imageToScreen, type Size, type Viewport } from './viewport.ts';

const bracketLength = 16;
const bracketGap = 6;

/**
 * The output frame over the picture: what of the picture lies outside is dimmed, the frame's corners are bracketed.
 * @param rect The frame in image px. @param image Size of the picture, image px.
 */
export function frameScene(rect: Rect, image: Size, viewport: Viewport, theme: Theme): Mark[] {
	const from = imageToScreen(viewport, { x: 0, y: 0 });
	const to = imageToScreen(viewport, { x: image.width, y: image.height });
	const a = imageToScreen(viewport, { x: rect.x, y: rect.y });
	const b = imageToScreen(viewport, { x: rect.x + rect.width, y: rect.y + rect.height });
	return [
		{
			type: 'path',
			subpaths: [
				[from.x, from.y, to.x, from.y, to.x, to.y, from.x, to.y],
				[a.x, a.y, b.x, a.y, b.x, b.y, a.x, b.y],
			],
			closed: true,
			evenOdd: true,
			fill: theme.outOfFrame,
		},
		{ type: 'path', subpaths: brackets(a, b), stroke: theme.casing, lineWidth: 4 },
		{ type: 'path', subpaths: brackets(a, b), stroke: theme.halo, lineWidth: 2 },
	];
}

function brackets(
	a: { readonly x: number; readonly y: number },
	b: { readonly x: number; readonly y: number },
): number[][] {
	const left = a.x - bracketGap;
	const top = a.y - bracketGap;
	const right = b.x + bracketGap;
	const bottom = b.y + bracketGap;
	const n = bracketLength;
	return [
		[left, top + n, left, top, left + n, top],
		[right - n, top, right, top, right, top + n],
		[right, bottom - n, right, bottom, right - n, bottom],
		[left + n, bottom, left, bottom, left, bottom - n],
	];
}
