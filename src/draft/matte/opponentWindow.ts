import type { DraftPicture } from '../draftScene.ts';

/** A square look at the picture, shrunk to cells: three opponent colour planes (light, red-green, yellow-blue). */
export interface OpponentWindow {
	/** Frame pixel of the first cell's corner. */
	readonly x: number;
	readonly y: number;
	/** Frame pixels along a cell's side. */
	readonly cell: number;
	readonly columns: number;
	readonly rows: number;
	readonly planes: readonly [Float32Array, Float32Array, Float32Array];
}

/**
 * Looks at the picture within `reach` px of a point, averaging so that no side has more than `maxCells` cells,
 * then blurs one cell to quiet grain.
 */
export function opponentWindow(
	picture: DraftPicture,
	centre: { readonly x: number; readonly y: number },
	reach: number,
	maxCells: number,
): OpponentWindow {
	const cell = Math.max(1, Math.ceil((2 * reach) / maxCells));
	const x = Math.max(0, Math.floor(centre.x - reach));
	const y = Math.max(0, Math.floor(centre.y - reach));
	const columns = Math.floor((Math.min(picture.width, Math.ceil(centre.x + reach)) - x) / cell);
	const rows = Math.floor((Math.min(picture.height, Math.ceil(centre.y + reach)) - y) / cell);
	const count = Math.max(0, columns) * Math.max(0, rows);
	const light = new Float32Array(count);
	const redGreen = new Float32Array(count);
	const yellowBlue = new Float32Array(count);
	const scale = 1 / (cell * cell);
	for (let row = 0; row < rows; row++)
		for (let column = 0; column < columns; column++) {
			let red = 0;
			let green = 0;
			let blue = 0;
			for (let j = 0; j < cell; j++) {
				let at = ((y + row * cell + j) * picture.width + x + column * cell) * 4;
				for (let i = 0; i < cell; i++, at += 4) {
					red += picture.rgba[at]!;
					green += picture.rgba[at + 1]!;
					blue += picture.rgba[at + 2]!;
				}
			}
			const to = row * columns + column;
			light[to] = (0.3 * red + 0.59 * green + 0.11 * blue) * scale;
			redGreen[to] = (red - green) * 0.5 * scale;
			yellowBlue[to] = ((red + green) / 2 - blue) * 0.5 * scale;
		}
	const planes = [light, redGreen, yellowBlue] as const;
	for (const plane of planes) {
		blur(plane, columns, rows, 1, columns);
		blur(plane, rows, columns, columns, 1);
	}
	return { x, y, cell, columns, rows, planes };
}

/** 1-2-1 blur along one axis, in place. */
function blur(
	plane: Float32Array,
	length: number,
	lines: number,
	step: number,
	lineStep: number,
): void {
	for (let line = 0; line < lines; line++) {
		let at = line * lineStep;
		let before = plane[at] ?? 0;
		for (let i = 0; i < length; i++, at += step) {
			const here = plane[at]!;
			const after = i + 1 < length ? plane[at + step]! : here;
			plane[at] = (before + 2 * here + after) / 4;
			before = here;
		}
	}
}
