import type { Theme } from '../palette.ts';
import type { Mark } from './mark.ts';
import { imageToScreen, type Viewport } from './viewport.ts';

/** A line or a place that a drag was drawn to, image px. */
export type GuideLook =
	| {
			readonly type: 'line';
			readonly x0: number;
			readonly y0: number;
			readonly x1: number;
			readonly y1: number;
			/** From another point: its length is written beside it. */
			readonly isMeasured?: boolean;
	  }
	| { readonly type: 'place'; readonly x: number; readonly y: number };

/** Guides while something is dragged; a line from another point carries its length in image px. */
export function guidesScene(
	guides: readonly GuideLook[],
	viewport: Viewport,
	theme: Theme,
): Mark[] {
	return guides.flatMap((guide): Mark[] => {
		if (guide.type === 'place') {
			const { x, y } = imageToScreen(viewport, guide);
			const subpaths = [
				[x - 9, y - 9, x - 4, y - 4],
				[x + 4, y + 4, x + 9, y + 9],
				[x - 9, y + 9, x - 4, y + 4],
				[x + 4, y - 4, x + 9, y - 9],
			];
			return [
				{ type: 'path', subpaths, stroke: theme.casing, lineWidth: 3 },
				{ type: 'path', subpaths, stroke: theme.accent, lineWidth: 1 },
			];
		}
		const a = imageToScreen(viewport, { x: guide.x0, y: guide.y0 });
		const b = imageToScreen(viewport, { x: guide.x1, y: guide.y1 });
		const subpaths = [[a.x, a.y, b.x, b.y]];
		return [
			{ type: 'path', subpaths, stroke: theme.casing, lineWidth: 3 },
			{ type: 'path', subpaths, stroke: theme.accent, lineWidth: 1 },
			...(guide.isMeasured
				? labelMarks(
						`${decimal(Math.hypot(guide.x1 - guide.x0, guide.y1 - guide.y0), theme)} px`,
						(a.x + b.x) / 2,
						(a.y + b.y) / 2,
						theme,
					)
				: []),
		];
	});
}

/** A number with one decimal, as the person's language writes it. */
export const decimal = (value: number, { decimalSign }: Theme): string =>
	value.toFixed(1).replace('.', decimalSign);

/** A label on casing, its middle at a place of the screen; 11 px. */
export function labelMarks(text: string, x: number, y: number, theme: Theme): Mark[] {
	const width = text.length * 5.4 + 16;
	return [
		{
			type: 'box',
			x: x - width / 2,
			y: y - 9,
			width,
			height: 18,
			radius: 4,
			fill: theme.casingSelected,
		},
		{ type: 'text', text, x, y: y + 0.5, color: theme.halo, font: `500 11px ${theme.fontFamily}` },
	];
}
