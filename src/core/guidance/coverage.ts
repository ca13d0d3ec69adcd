/** What a field of weights says in two numbers. */
export interface Coverage {
	/** Share of the cells that are told to move by at least a tenth, 0..1. */
	readonly share: number;
	/** Share of the cells with more than 1 in sum, where tracks overlap, 0..1. */
	readonly overlap: number;
	/** The largest sum of weights. */
	readonly heaviest: number;
}

/** Weight from which a cell counts as covered: the same as in the tables of the research on ATI. */
export const coveredFrom = 0.1;

/** Rounding of the sums of float32 weights: not an overlap. */
export const overlapFrom = 1.001;

/** @param weights One latent frame of `influenceWeights`, one cell or more. Cost: O(cells). */
export function coverageOf(weights: ArrayLike<number>): Coverage {
	let covered = 0;
	let over = 0;
	let heaviest = 0;
	for (let i = 0; i < weights.length; i++) {
		const weight = weights[i]!;
		if (weight >= coveredFrom) covered++;
		if (weight > overlapFrom) over++;
		if (weight > heaviest) heaviest = weight;
	}
	return { share: covered / weights.length, overlap: over / weights.length, heaviest };
}
