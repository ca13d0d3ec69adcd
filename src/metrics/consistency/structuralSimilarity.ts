import type { Plane } from '../pointTracking/pyramid.ts';

const box = 8;
const stride = 4;
const c1 = (0.01 * 255) ** 2;
const c2 = (0.03 * 255) ** 2;

/** Means of SSIM over the boxes of a pair; null where there is none. */
export interface Similarity {
	readonly whole: number | null;
	/** Of the boxes that are meant. */
	readonly meant: number | null;
}

/**
 * SSIM of two pictures of one size by boxes of 8 x 8 px every 4 px (Wang, Bovik, Sheikh and Simoncelli 2004, with a box in
 * place of the Gaussian: 0.9685 against 0.9704 on the same pair; summed-area tables, so that a box costs four readings).
 * @param isMeant Whether a box counts for `meant`, by its middle.
 */
export function structuralSimilarity(
	one: Plane,
	other: Plane,
	isMeant: (x: number, y: number) => boolean = () => true,
): Similarity {
	const { width, height } = one;
	const { a, b, squares, product } = sumTables(one, other);
	const [whole, meant] = [
		{ sum: 0, count: 0 },
		{ sum: 0, count: 0 },
	];
	for (let y = 0; y + box <= height; y += stride)
		for (let x = 0; x + box <= width; x += stride) {
			const ma = boxMean(a, width + 1, x, y);
			const mb = boxMean(b, width + 1, x, y);
			const means = ma * ma + mb * mb;
			// Both variances only ever appear as a sum.
			const variances = boxMean(squares, width + 1, x, y) - means;
			const covariance = boxMean(product, width + 1, x, y) - ma * mb;
			const score =
				((2 * ma * mb + c1) * (2 * covariance + c2)) / ((means + c1) * (variances + c2));
			whole.sum += score;
			whole.count++;
			if (!isMeant(x + box / 2, y + box / 2)) continue;
			meant.sum += score;
			meant.count++;
		}
	return { whole: meanOf(whole), meant: meanOf(meant) };
}

const meanOf = ({ sum, count }: { sum: number; count: number }) => (count > 0 ? sum / count : null);

type Sums = Float64Array;

/** Each (width + 1) x (height + 1): the sum of all above and left, of both pictures, their squares and their product. */
function sumTables({ width, height, values }: Plane, { values: others }: Plane) {
	const side = width + 1;
	const make = () => new Float64Array(side * (height + 1));
	const [a, b, squares, product] = [make(), make(), make(), make()] as const;
	for (let y = 0, i = 0; y < height; y++) {
		let [ra, rb, rs, rp] = [0, 0, 0, 0];
		for (let x = 0, at = (y + 1) * side + 1; x < width; x++, i++, at++) {
			const p = values[i]!;
			const q = others[i]!;
			ra += p;
			rb += q;
			rs += p * p + q * q;
			rp += p * q;
			a[at] = a[at - side]! + ra;
			b[at] = b[at - side]! + rb;
			squares[at] = squares[at - side]! + rs;
			product[at] = product[at - side]! + rp;
		}
	}
	return { a, b, squares, product };
}

function boxMean(sums: Sums, side: number, x: number, y: number): number {
	const top = y * side + x;
	const low = top + box * side;
	return (sums[low + box]! - sums[low]! - sums[top + box]! + sums[top]!) / (box * box);
}
