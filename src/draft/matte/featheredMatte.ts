import type { Rect } from '#core/geometry/point.ts';
import type { DraftPicture } from '../draftScene.ts';
import { type Matte, smoothStep } from './matte.ts';
import type { OpponentWindow } from './opponentWindow.ts';
import { spreadDistance } from './spreadDistance.ts';

/** How far the piece reaches past the outline, px: takes the outline's own blur along. */
const grow = 1.5;
const feather = 4;

/** A region in a window's cells. */
export interface CellRegion {
	readonly window: OpponentWindow;
	/** 1 inside. */
	readonly inside: Uint8Array;
	/** What holds it, frame pixels. */
	readonly box: Rect;
}

/** Cells to pixels: the region a little grown, its edge falling smoothly to 0. */
export function featheredMatte(picture: DraftPicture, { window, inside, box }: CellRegion): Matte {
	const { cell } = window;
	const reach = grow + feather;
	const margin = Math.ceil(reach) + cell;
	const x = Math.max(0, box.x - margin);
	const y = Math.max(0, box.y - margin);
	const width = Math.min(picture.width, box.x + box.width + margin) - x;
	const height = Math.min(picture.height, box.y + box.height + margin) - y;
	const distance = new Float32Array(width * height);
	for (let row = 0; row < height; row++)
		for (let column = 0; column < width; column++) {
			const share = cellShare(window, inside, x + column + 0.5, y + row + 0.5);
			// Half inside is on the outline; within a cell of it the share is read as distance.
			distance[row * width + column] =
				share >= 1 ? -cell : share > 0 ? (0.5 - share) * cell : Number.POSITIVE_INFINITY;
		}
	spreadDistance(distance, width, height);
	const alpha = distance.map((d) => smoothStep((reach - d) / feather));
	return { x, y, width, height, alpha };
}

/** Bilinear share of "inside" at a frame position. */
export function cellShare(
	window: OpponentWindow,
	inside: Uint8Array,
	px: number,
	py: number,
): number {
	const { columns, rows, cell } = window;
	const u = (px - window.x) / cell - 0.5;
	const v = (py - window.y) / cell - 0.5;
	const column = Math.floor(u);
	const row = Math.floor(v);
	const at = (c: number, r: number) =>
		c < 0 || r < 0 || c >= columns || r >= rows ? 0 : inside[r * columns + c]!;
	const top = at(column, row) * (1 - u + column) + at(column + 1, row) * (u - column);
	const low = at(column, row + 1) * (1 - u + column) + at(column + 1, row + 1) * (u - column);
	return top * (1 - v + row) + low * (v - row);
}

/** The rectangle of a region, frame pixels. */
export function boxOf({ columns, rows, cell, x, y }: OpponentWindow, inside: Uint8Array): Rect {
	let [left, top, right, bottom] = [columns, rows, -1, -1];
	for (let at = 0; at < inside.length; at++)
		if (inside[at] === 1) {
			const column = at % columns;
			const row = (at - column) / columns;
			left = Math.min(left, column);
			right = Math.max(right, column);
			top = Math.min(top, row);
			bottom = Math.max(bottom, row);
		}
	return {
		x: x + left * cell,
		y: y + top * cell,
		width: (right + 1 - left) * cell,
		height: (bottom + 1 - top) * cell,
	};
}
