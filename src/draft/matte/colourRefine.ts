import { closedRegion } from './closedRegion.ts';
import { binCount, colourBins } from './colourBins.ts';
import type { OpponentWindow } from './opponentWindow.ts';
import { spreadDistance } from './spreadDistance.ts';

/** Likeness to the inside, 0..1, from which a cell surely belongs, and from which it may. */
const sure = 0.45;
const doubtful = 0.2;
/** As shares of the core's size (square root of its area): rim taken back, reach of hanging parts. */
const rimShare = 0.12;
const hangShare = 0.3;
/** Largest hanging part, as a share of the core's area. */
const hangArea = 0.08;

/**
 * Takes from a region what looks like its surroundings (a bridge of sky between two balloons, a cloud behind one):
 * compares how common each cell's colour is inside and outside, averages over neighbours, keeps what holds the seed.
 * @returns undefined when the seed itself looks like the surroundings.
 */
export function colourRefine(
	window: OpponentWindow,
	inside: Uint8Array,
	seed: number,
	outerCells: readonly number[],
): Uint8Array | undefined {
	const { columns, rows } = window;
	const bin = colourBins(window);
	const inner = new Float32Array(binCount);
	const outer = new Float32Array(binCount);
	for (let at = 0; at < inside.length; at++) {
		const counts = inside[at] === 1 ? inner : outer;
		counts[bin[at]!] = counts[bin[at]!]! + 1;
	}
	const likeness = new Float32Array(inside.length);
	for (let at = 0; at < inside.length; at++) {
		if (inside[at] === 0) continue;
		likeness[at] = inner[bin[at]!]! / (inner[bin[at]!]! + outer[bin[at]!]!);
	}
	const smooth = boxMean(boxMean(likeness, columns, rows, 2), columns, rows, 2);
	const core = closedRegion(smooth, columns, rows, seed, sure, outerCells);
	return core && regrow(core, smooth, columns, rows, outerCells);
}

/** Takes back the doubtful rim next to the core, and small sure parts that hang near it (a basket on thin ropes). */
function regrow(
	core: Uint8Array,
	smooth: Float32Array,
	columns: number,
	rows: number,
	outerCells: readonly number[],
): Uint8Array {
	let area = 0;
	for (const cell of core) area += cell;
	const distance = new Float32Array(core.length).fill(Number.POSITIVE_INFINITY);
	for (let at = 0; at < core.length; at++) if (core[at] === 1) distance[at] = 0;
	spreadDistance(distance, columns, rows);
	const rim = rimShare * Math.sqrt(area);
	const grown = core.map((cell, at) =>
		cell === 1 || (smooth[at]! > doubtful && distance[at]! < rim) ? 1 : 0,
	);
	for (let at = 0; at < core.length; at++) {
		if (grown[at] === 1 || smooth[at]! < sure || distance[at]! > hangShare * Math.sqrt(area))
			continue;
		const part = closedRegion(smooth, columns, rows, at, sure);
		if (part === undefined) continue;
		let size = 0;
		for (const cell of part) size += cell;
		const foreign = outerCells.some((cell) => part[cell] === 1);
		if (foreign || size > hangArea * area) {
			// Seen once is enough: not looked at again from its other cells.
			for (let i = 0; i < part.length; i++)
				if (part[i] === 1) distance[i] = Number.POSITIVE_INFINITY;
			continue;
		}
		for (let i = 0; i < part.length; i++) if (part[i] === 1) grown[i] = 1;
	}
	return grown;
}

function boxMean(
	values: Float32Array,
	columns: number,
	rows: number,
	radius: number,
): Float32Array {
	const pass = (
		from: Float32Array,
		length: number,
		lines: number,
		step: number,
		lineStep: number,
	) => {
		const to = new Float32Array(from.length);
		for (let line = 0; line < lines; line++) {
			const base = line * lineStep;
			let sum = 0;
			for (let i = 0; i < radius; i++) sum += i < length ? from[base + i * step]! : 0;
			for (let i = 0; i < length; i++) {
				if (i + radius < length) sum += from[base + (i + radius) * step]!;
				if (i - radius - 1 >= 0) sum -= from[base + (i - radius - 1) * step]!;
				to[base + i * step] = sum / (2 * radius + 1);
			}
		}
		return to;
	};
	return pass(pass(values, columns, rows, 1, columns), rows, columns, columns, 1);
}
