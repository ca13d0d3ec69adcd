import { binCount, binsAside } from './colourCells.ts';

/** Colours that were never seen are this likely against one that is as common as can be. */
const floor = 2e-5;
/** No colour speaks more clearly than this, so that an outline and the neighbours have a say. */
const clearest = 5;

export const emptyCounts = (): Float32Array => new Float32Array(binCount);

/**
 * How much likelier each colour is in one set of cells than in another: log(a / b), held within +-5, by bin.
 * Counts are spread over neighbouring bins, as shades and grain do not end at a bin's edge.
 * @param a Counts by bin; both are used up.
 * @param mixed Share of the second set's colours that is taken from the first, where the first is known to hold both.
 * Cost: O(bins).
 */
export function colourOdds(a: Float32Array, b: Float32Array, mixed: number): Float32Array {
	for (const counts of [a, b]) {
		spread(counts);
		spread(counts);
		toShares(counts);
	}
	if (mixed > 0) {
		for (let i = 0; i < a.length; i++) a[i] = Math.max(0, a[i]! - mixed * b[i]!);
		toShares(a);
	}
	return a.map((value, i) => hold(Math.log(value / b[i]!)));
}

const hold = (value: number): number => Math.max(-clearest, Math.min(clearest, value));

function toShares(counts: Float32Array): void {
	let sum = 0;
	for (const value of counts) sum += value;
	const scale = sum > 0 ? 1 / sum : 0;
	for (let i = 0; i < counts.length; i++) counts[i] = counts[i]! * scale + floor;
}

/** 1-2-1 along each axis, in place. */
function spread(counts: Float32Array): void {
	for (const stride of [1, binsAside, binsAside * binsAside])
		for (let start = 0; start < binCount; start++)
			if (Math.floor(start / stride) % binsAside === 0) smooth(counts, start, stride, binsAside);
}

/** 1-2-1 along a line of values, in place. */
export function smooth(values: Float32Array, start: number, stride: number, count: number): void {
	let before = values[start]!;
	for (let k = 0, at = start; k < count; k++, at += stride) {
		const here = values[at]!;
		const after = k + 1 < count ? values[at + stride]! : here;
		values[at] = (before + 2 * here + after) / 4;
		before = here;
	}
}
