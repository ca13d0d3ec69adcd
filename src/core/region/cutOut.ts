import { barrierOdds, barrierSteps } from './barrierOdds.ts';
import type { ColourCells } from './colourCells.ts';
import { colourOdds, emptyCounts } from './colourModel.ts';
import { createCutGrid, cutGrid, linkNeighbours } from './gridCut.ts';

/** Cost of parting two equal neighbours, against log odds; and the share of it that the clearest edge still costs. */
const linkWeight = 5;
const linkFloor = 0.1;
const barrierWeight = 0.7;
/** Whole numbers for the cut. */
const unit = 1000;
const certain = 1e8;

export interface CutHints {
	/** 1 where the thing may be. */
	readonly may: Uint8Array;
	/** 1 where it is for sure. */
	readonly sure?: Uint8Array;
	/** More than 0 where the thing may be, 0 elsewhere: how much each cell counts as the thing's at first. */
	readonly first: Float32Array;
	/** Log odds that are added, such as how deep inside a cell lies. */
	readonly leaning: Float32Array;
	/** Share of the surroundings' colours in what counts as the thing's at first. */
	readonly mixed: number;
	readonly rounds: number;
}

/**
 * Which cells are the thing: learns the colours inside and outside, divides the cells at the least cost along edges, and
 * learns anew from the division, a few rounds. 1 inside.
 * Cost: some microseconds a cell and round.
 * Source: Rother, Kolmogorov & Blake, GrabCut, 2004, with smoothed colour counts in the place of Gaussian mixtures.
 */
export function cutOut(cells: ColourCells, hints: CutHints): Uint8Array {
	const { columns, rows, bins } = cells;
	const { may, sure, first, leaning, mixed, rounds } = hints;
	const barrier = barrierSteps(cells);
	const links = linksOf(cells);
	let inside = may;
	for (let round = 0; round < rounds; round++) {
		const weights = round === 0 ? first : inside;
		const a = emptyCounts();
		const b = emptyCounts();
		for (let i = 0; i < bins.length; i++) {
			const weight = weights[i]!;
			const counts = weight > 0 ? a : b;
			counts[bins[i]!] = counts[bins[i]!]! + (weight || 1);
		}
		const colour = colourOdds(a, b, round === 0 ? mixed : 0);
		const closed = barrierOdds(barrier, weights);
		const grid = createCutGrid(columns, rows);
		grid.links.set(links);
		for (let i = 0; i < bins.length; i++) {
			const odds = colour[bins[i]!]! + barrierWeight * closed[barrier[i]!]! + leaning[i]!;
			grid.leanings[i] =
				sure?.[i] === 1 ? certain : may[i] === 1 ? Math.round(unit * odds) : -certain;
		}
		const next = cutGrid(grid);
		let changed = 0;
		for (let i = 0; i < next.length; i++) if (next[i] !== inside[i]) changed++;
		inside = next;
		if (changed < next.length / 1000) break;
	}
	return inside;
}

/** What it costs to part neighbours: less, the clearer the edge is against the picture's usual ones. */
function linksOf({ columns, rows, colours }: ColourCells): Int32Array {
	const apartness = (i: number, j: number) => {
		const a = colours[i * 3]! - colours[j * 3]!;
		const b = colours[i * 3 + 1]! - colours[j * 3 + 1]!;
		const c = colours[i * 3 + 2]! - colours[j * 3 + 2]!;
		return a * a + b * b + c * c;
	};
	let sum = 0;
	for (let i = 0; i + columns < columns * rows; i++) sum += apartness(i, i + columns);
	const mean = Math.max(1, sum / Math.max(1, columns * (rows - 1)));
	const grid = createCutGrid(columns, rows);
	linkNeighbours(grid, (i, j, apart) => {
		const alike = Math.exp(-apartness(i, j) / (2 * mean));
		return (unit * linkWeight * (linkFloor + (1 - linkFloor) * alike)) / apart;
	});
	return grid.links;
}
