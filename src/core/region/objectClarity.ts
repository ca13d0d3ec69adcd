import type { ColourCells } from './colourCells.ts';

/** A step of colour that is clear enough: more of it counts no more, else stripes would beat what bears them. */
const clear = 60;
/** Picture pixels below which nothing is a thing. */
const leastPixels = 150;

/**
 * How much a region looks like a thing of its own: the colour step over its outline x solidity^3 x area^0.2 x the share of
 * its outline that is its own and not the rim of where was looked, cubed. 0: not at all; only for comparing.
 */
export function objectClarity(
	{ columns, rows, colours, cell }: ColourCells,
	inside: Uint8Array,
	may: Uint8Array,
): number {
	let [area, outline, atRim, contrast] = [0, 0, 0, 0];
	const hold = (i: number) => Math.max(0, Math.min(columns * rows - 1, i));
	for (let i = 0; i < inside.length; i++) {
		if (inside[i] === 0) continue;
		area++;
		const column = i % columns;
		for (const step of [1, -1, columns, -columns]) {
			const next = i + step;
			const isOver = next < 0 || next >= inside.length;
			const isWrapped = (step === 1 && column === columns - 1) || (step === -1 && column === 0);
			if (isOver || isWrapped || inside[next] === 1) continue;
			outline++;
			if (may[next] === 1)
				contrast += Math.min(clear, difference(colours, hold(i - step), hold(next + step)));
			else atRim++;
		}
	}
	const pixels = area * cell * cell;
	if (pixels < leastPixels || outline === 0) return 0;
	const own = 1 - atRim / outline;
	const full = solidity(inside, columns, rows, area);
	return (contrast / outline) * full ** 3 * pixels ** 0.2 * own ** 3;
}

function difference(colours: Uint8Array, i: number, j: number): number {
	let sum = 0;
	for (let axis = 0; axis < 3; axis++)
		sum += (colours[i * 3 + axis]! - colours[j * 3 + axis]!) ** 2;
	return Math.sqrt(sum);
}

/** Share of the region in what its rows and its columns span: 1 for anything convex. */
function solidity(inside: Uint8Array, columns: number, rows: number, area: number): number {
	const span = (start: number, step: number, count: number) => {
		let [first, last] = [-1, -1];
		for (let k = 0; k < count; k++) {
			if (inside[start + k * step] === 0) continue;
			if (first < 0) first = k;
			last = k;
		}
		return first < 0 ? 0 : last - first + 1;
	};
	let across = 0;
	for (let row = 0; row < rows; row++) across += span(row * columns, 1, columns);
	let down = 0;
	for (let column = 0; column < columns; column++) down += span(column, columns, rows);
	return ((area / across) * area) / down;
}
