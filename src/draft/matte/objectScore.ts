import type { OpponentWindow } from './opponentWindow.ts';

/** Least colour step across the outline, 0..255, for a region to count as an object. */
const leastContrast = 13;
/** A step that is clear enough: more of it counts no more, else stripes would beat what bears them. */
const clearContrast = 60;

/**
 * 0: no object. Else contrast over the outline x roundness^0.5 x solidity^4 x area^0.33, so that a balloon beats one of
 * its stripes, and a boat beats the boat with the hill behind it.
 */
export function objectScore(
	window: OpponentWindow,
	inside: Uint8Array,
	framePixels: number,
): number {
	const { columns, rows, planes, cell } = window;
	let area = 0;
	let outline = 0;
	let contrast = 0;
	for (let row = 2; row < rows - 2; row++)
		for (let column = 2; column < columns - 2; column++) {
			const at = row * columns + column;
			if (inside[at] === 0) continue;
			area++;
			for (const step of [1, -1, columns, -columns]) {
				if (inside[at + step] === 1) continue;
				outline++;
				let jump = 0;
				for (const plane of planes) jump += Math.abs(plane[at - step]! - plane[at + 2 * step]!);
				contrast += Math.min(clearContrast, jump);
			}
		}
	const pixels = area * cell * cell;
	if (outline === 0 || pixels < 250 || pixels > 0.3 * framePixels) return 0;
	const mean = contrast / outline;
	const roundness = Math.min(1, (4 * Math.PI * area) / (outline * outline));
	if (mean < leastContrast || roundness < 0.06) return 0;
	return mean * Math.sqrt(roundness) * solidity(inside, columns, rows, area) ** 4 * pixels ** 0.33;
}

/** Share of the region in what its rows and its columns span: 1 for anything convex. */
function solidity(inside: Uint8Array, columns: number, rows: number, area: number): number {
	let spans = 0;
	for (let row = 0; row < rows; row++) {
		const line = inside.subarray(row * columns, (row + 1) * columns);
		const first = line.indexOf(1);
		if (first >= 0) spans += line.lastIndexOf(1) - first + 1;
	}
	let drops = 0;
	for (let column = 0; column < columns; column++) {
		let first = 0;
		while (first < rows && inside[first * columns + column] === 0) first++;
		let last = rows - 1;
		while (last >= first && inside[last * columns + column] === 0) last--;
		drops += last - first + 1;
	}
	return ((area / spans) * area) / drops;
}
