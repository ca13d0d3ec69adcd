import type { PointMode } from '#core/document/document.ts';
import type { ScreenPoint } from '#core/geometry/point.ts';
import { diamond, square } from './glyphs.ts';
import type { Mark } from './mark.ts';

/** Control points by shape: the mode is a shape, never a colour alone. */
export interface PointBatch {
	readonly smooth: number[];
	readonly corner: number[];
	readonly bezier: number[];
}

export const emptyPoints = (): PointBatch => ({ smooth: [], corner: [], bezier: [] });

export function addPoint(batch: PointBatch, mode: PointMode, at: ScreenPoint): void {
	batch[mode].push(at.x, at.y);
}

/** Marks of a batch. @param look.grow factor of the size, 1.25 under the pointer. */
export function pointMarks(
	batch: PointBatch,
	look: {
		readonly fill: string;
		readonly stroke: string;
		readonly lineWidth: number;
		readonly alpha?: number;
		readonly grow?: number;
	},
): Mark[] {
	const { grow = 1, ...paint } = look;
	const marks: Mark[] = [];
	if (batch.smooth.length)
		marks.push({ type: 'discs', centers: batch.smooth, radius: 4.5 * grow, ...paint });
	if (batch.corner.length)
		marks.push(polygons(batch.corner, (x, y) => square(x, y, 8 * grow), paint));
	if (batch.bezier.length)
		marks.push(polygons(batch.bezier, (x, y) => diamond(x, y, 11 * grow), paint));
	return marks;
}

function polygons(
	centers: readonly number[],
	shape: (x: number, y: number) => number[],
	paint: { readonly fill: string; readonly stroke: string; readonly lineWidth: number },
): Mark {
	const subpaths: number[][] = [];
	for (let i = 0; i + 1 < centers.length; i += 2)
		subpaths.push(shape(centers[i] as number, centers[i + 1] as number));
	return { type: 'path', subpaths, closed: true, ...paint };
}
