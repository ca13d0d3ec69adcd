import type { Rect } from '../geometry/point.ts';

/** Straight-alpha pixels of the start picture, usually smaller than it is; see `lumaSize`. */
export interface ColourPicture {
	readonly width: number;
	readonly height: number;
	/** width x height x 4 values 0..255, row by row. */
	readonly rgba: Uint8ClampedArray;
}

/** A rectangle of a picture in square cells: the mean colour of each as brightness, red against green, yellow against blue. */
export interface ColourCells {
	/** Picture pixel of the first cell's corner. */
	readonly x: number;
	readonly y: number;
	/** Pixels along a cell's side, a whole number. */
	readonly cell: number;
	readonly columns: number;
	readonly rows: number;
	/** columns x rows x 3 values 0..255; equal steps look about equally large. */
	readonly colours: Uint8Array;
	/** columns x rows: the colour as a number below `binCount`. */
	readonly bins: Uint16Array;
}

/** Steps along each of the three colour axes. */
export const binsAside = 20;
export const binCount = binsAside ** 3;

/** Looks at the part of a rectangle that lies in the picture, in no more than about `mostCells` cells. Cost: O(pixels). */
export function colourCells(picture: ColourPicture, rect: Rect, mostCells: number): ColourCells {
	const x = Math.max(0, Math.floor(rect.x));
	const y = Math.max(0, Math.floor(rect.y));
	const width = Math.max(1, Math.min(picture.width, Math.ceil(rect.x + rect.width)) - x);
	const height = Math.max(1, Math.min(picture.height, Math.ceil(rect.y + rect.height)) - y);
	const cell = Math.max(1, Math.ceil(Math.sqrt((width * height) / mostCells)));
	const columns = Math.ceil(width / cell);
	const rows = Math.ceil(height / cell);
	const colours = new Uint8Array(columns * rows * 3);
	const bins = new Uint16Array(columns * rows);
	for (let row = 0; row < rows; row++)
		for (let column = 0; column < columns; column++) {
			const left = x + column * cell;
			const top = y + row * cell;
			const right = Math.min(picture.width, left + cell);
			const bottom = Math.min(picture.height, top + cell);
			let [red, green, blue] = [0, 0, 0];
			for (let j = top; j < bottom; j++)
				for (
					let at = (j * picture.width + left) * 4;
					at < (j * picture.width + right) * 4;
					at += 4
				) {
					red += picture.rgba[at]!;
					green += picture.rgba[at + 1]!;
					blue += picture.rgba[at + 2]!;
				}
			const count = (right - left) * (bottom - top);
			const at = row * columns + column;
			writeColour(colours, at * 3, red / count, green / count, blue / count);
			bins[at] = binOf(colours, at * 3);
		}
	return { x, y, cell, columns, rows, colours, bins };
}

/** Opponent colours; the two colour axes are stretched, as hardly any picture uses their ends. */
function writeColour(to: Uint8Array, at: number, red: number, green: number, blue: number): void {
	to[at] = 0.3 * red + 0.59 * green + 0.11 * blue;
	to[at + 1] = hold(128 + (red - green) * 0.75);
	to[at + 2] = hold(128 + ((red + green) / 2 - blue) * 0.6);
}

const hold = (value: number) => Math.max(0, Math.min(255, value));

const binOf = (colours: Uint8Array, at: number): number =>
	(step(colours[at]!) * binsAside + step(colours[at + 1]!)) * binsAside + step(colours[at + 2]!);

const step = (value: number): number => (value * binsAside) >> 8;
