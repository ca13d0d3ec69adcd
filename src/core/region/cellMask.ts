import type { ColourCells, ColourPicture } from './colourCells.ts';

/** Parts smaller than this share of the largest are grain, holes smaller than this too. */
const crumb = 0.004;

/** A region of cells as pixels, its edge drawn between the cells' middles. @param within Where it may be at most. */
export function cellsToMask(
	{ x, y, cell, columns, rows }: ColourCells,
	inside: Uint8Array,
	{ width, height }: Pick<ColourPicture, 'width' | 'height'>,
	within?: Uint8Array,
): Uint8Array {
	const mask = new Uint8Array(width * height);
	const at = (column: number, row: number) =>
		inside[
			Math.max(0, Math.min(rows - 1, row)) * columns + Math.max(0, Math.min(columns - 1, column))
		]!;
	for (let py = y; py < Math.min(height, y + rows * cell); py++) {
		const v = (py + 0.5 - y) / cell - 0.5;
		const row = Math.floor(v);
		for (let px = x; px < Math.min(width, x + columns * cell); px++) {
			const u = (px + 0.5 - x) / cell - 0.5;
			const column = Math.floor(u);
			const top = at(column, row) * (1 - u + column) + at(column + 1, row) * (u - column);
			const low = at(column, row + 1) * (1 - u + column) + at(column + 1, row + 1) * (u - column);
			const i = py * width + px;
			if (top * (1 - v + row) + low * (v - row) >= 0.5 && within?.[i] !== 0) mask[i] = 1;
		}
	}
	return mask;
}

/** The region without its tiny parts and tiny holes. */
export function withoutCrumbs(
	{ columns, rows }: Pick<ColourCells, 'columns' | 'rows'>,
	inside: Uint8Array,
): Uint8Array {
	const { part, sizes } = partsOf(inside, columns, rows);
	let largest = 0;
	for (let i = 0; i < inside.length; i++)
		if (inside[i] === 1) largest = Math.max(largest, sizes[part[i]!]!);
	const least = Math.max(3, largest * crumb);
	return inside.map((value, i) => (sizes[part[i]!]! < least ? 1 - value : value));
}

/** The part that holds a cell, its holes filled. Empty when the cell is outside. */
export function partAt(
	{ columns, rows }: Pick<ColourCells, 'columns' | 'rows'>,
	inside: Uint8Array,
	seed: number,
): Uint8Array {
	if (inside[seed] !== 1) return new Uint8Array(inside.length);
	const { part } = partsOf(inside, columns, rows);
	const own = part[seed]!;
	const filled = Uint8Array.from(part, (value) => (value === own ? 0 : 1));
	const around = partsOf(filled, columns, rows).part;
	const rim = new Set<number>();
	for (let i = 0; i < filled.length; i++) {
		const column = i % columns;
		const isRim =
			i < columns || i >= filled.length - columns || column === 0 || column === columns - 1;
		if (isRim && filled[i] === 1) rim.add(around[i]!);
	}
	return filled.map((value, i) => (value === 1 && rim.has(around[i]!) ? 0 : 1));
}

/** Connected cells of one value: the number of each cell's part, and the parts' sizes. */
function partsOf(
	values: Uint8Array,
	columns: number,
	rows: number,
): { readonly part: Int32Array; readonly sizes: number[] } {
	const part = new Int32Array(columns * rows).fill(-1);
	const sizes: number[] = [];
	const stack: number[] = [];
	for (let start = 0; start < part.length; start++) {
		if (part[start]! >= 0) continue;
		const number = sizes.length;
		let size = 0;
		const visit = (i: number) => {
			if (part[i]! >= 0 || values[i] !== values[start]) return;
			part[i] = number;
			size++;
			stack.push(i);
		};
		visit(start);
		for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
			const column = i % columns;
			if (column > 0) visit(i - 1);
			if (column < columns - 1) visit(i + 1);
			if (i >= columns) visit(i - columns);
			if (i < part.length - columns) visit(i + columns);
		}
		sizes.push(size);
	}
	return { part, sizes };
}
