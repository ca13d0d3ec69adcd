import type { Track } from '#core/document/document.ts';
import { isAligned } from '#core/geometry/bezierHandles.ts';
import type { Theme } from '../palette.ts';
import type { Mark } from './mark.ts';
import { imageToScreen, type Viewport } from './viewport.ts';

const knobRadius = 3.75;

/**
 * The handles of a track's selected Bezier points: lines to their knobs. Of a broken pair the one ahead is hollow, so that
 * it shows that the two no longer turn together. @param hovered The knob under the pointer.
 */
export function handlesScene(
	track: Track,
	indices: readonly number[],
	viewport: Viewport,
	theme: Theme,
	hovered?: { readonly index: number; readonly side: 'in' | 'out' },
): Mark[] {
	const lines: number[][] = [];
	const solid: number[] = [];
	const hollow: number[] = [];
	const rings: number[] = [];
	for (const index of indices) {
		const point = track.points[index];
		if (point?.mode !== 'bezier') continue;
		const from = imageToScreen(viewport, point);
		const isPair = isAligned(point);
		for (const side of ['in', 'out'] as const) {
			const handle = side === 'in' ? point.handleIn : point.handleOut;
			if (!handle) continue;
			const to = imageToScreen(viewport, { x: point.x + handle.x, y: point.y + handle.y });
			lines.push([from.x, from.y, to.x, to.y]);
			(side === 'out' && !isPair ? hollow : solid).push(to.x, to.y);
			if (hovered?.index === index && hovered.side === side) rings.push(to.x, to.y);
		}
	}
	if (lines.length === 0) return [];
	return [
		{ type: 'path', subpaths: lines, stroke: theme.casing, lineWidth: 3.5 },
		{ type: 'path', subpaths: lines, stroke: theme.halo, lineWidth: 1.25 },
		{ type: 'discs', centers: rings, radius: 7, stroke: theme.halo, lineWidth: 1.25 },
		{
			type: 'discs',
			centers: solid,
			radius: knobRadius,
			fill: '#15181d',
			stroke: '#ffffff',
			lineWidth: 1.5,
		},
		{ type: 'discs', centers: hollow, radius: knobRadius, stroke: theme.casing, lineWidth: 4 },
		{ type: 'discs', centers: hollow, radius: knobRadius, stroke: '#ffffff', lineWidth: 1.5 },
	];
}
