import type { Plane } from '../pointTracking/pyramid.ts';

/** Mean absolute difference of two pictures of one size, grey levels. */
export function meanDifference(one: Plane, other: Plane): number {
	let sum = 0;
	for (let i = 0; i < one.values.length; i++) sum += Math.abs(one.values[i]! - other.values[i]!);
	return sum / one.values.length;
}

const block = 8;
/** Of the blocks, the twentieth that changes most: a small thing that moves is seen in a still picture. */
const share = 0.05;

/** Mean absolute difference of the blocks of 8 x 8 px that change most. */
export function liveliestDifference(one: Plane, other: Plane): number {
	const { width, height } = one;
	const columns = Math.floor(width / block);
	const rows = Math.floor(height / block);
	const sums = new Float64Array(columns * rows);
	for (let y = 0; y < rows * block; y++)
		for (let x = 0; x < columns * block; x++) {
			const at = y * width + x;
			const into = Math.floor(y / block) * columns + Math.floor(x / block);
			sums[into]! += Math.abs(one.values[at]! - other.values[at]!);
		}
	sums.sort();
	const count = Math.max(1, Math.round(share * sums.length));
	let total = 0;
	for (let i = sums.length - count; i < sums.length; i++) total += sums[i]!;
	return total / (count * block * block);
}
