/**
 * The connected cells at or above a threshold that hold a given cell, their inner holes filled.
 * @param outerCells Cells whose hole stays open.
 * @returns 1 inside, 0 outside, or undefined when the seed itself is below the threshold.
 */
export function closedRegion(
	values: Float32Array,
	columns: number,
	rows: number,
	seed: number,
	threshold: number,
	outerCells: readonly number[] = [],
): Uint8Array | undefined {
	if (!(values[seed]! >= threshold)) return undefined;
	const inside = new Uint8Array(columns * rows);
	flood(columns, rows, [seed], (at) => {
		if (inside[at] === 1 || values[at]! < threshold) return false;
		inside[at] = 1;
		return true;
	});
	const outside = new Uint8Array(columns * rows);
	const rim: number[] = [...outerCells];
	for (let column = 0; column < columns; column++) rim.push(column, (rows - 1) * columns + column);
	for (let row = 0; row < rows; row++) rim.push(row * columns, row * columns + columns - 1);
	flood(columns, rows, rim, (at) => {
		if (outside[at] === 1 || inside[at] === 1) return false;
		outside[at] = 1;
		return true;
	});
	for (let i = 0; i < inside.length; i++) inside[i] = outside[i] === 1 ? 0 : 1;
	return inside;
}

/** Visits 4-neighbours of every cell that `enter` accepts. */
function flood(
	columns: number,
	rows: number,
	starts: readonly number[],
	enter: (at: number) => boolean,
): void {
	const stack: number[] = [];
	for (const at of starts) if (enter(at)) stack.push(at);
	for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
		const column = at % columns;
		const row = (at - column) / columns;
		if (column > 0 && enter(at - 1)) stack.push(at - 1);
		if (column < columns - 1 && enter(at + 1)) stack.push(at + 1);
		if (row > 0 && enter(at - columns)) stack.push(at - columns);
		if (row < rows - 1 && enter(at + columns)) stack.push(at + columns);
	}
}
