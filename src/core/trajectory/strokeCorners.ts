import type { Stroke } from './strokeShape.ts';

/** A turn of this much within two windows is a corner; a loop of radius 8 px turns less at 2 px tolerance. */
const cornerRadians = (70 * Math.PI) / 180;

/**
 * Where the hand turned sharply: indices of the stroke, rising, without its ends, at least one window apart.
 * The direction over a window of 5 tolerances (at least that much path) before and after a point is compared.
 */
export function findCorners({ count, xs, ys, lengths }: Stroke, tolerance: number): number[] {
	const reach = 5 * tolerance;
	const turns = new Float64Array(count);
	let before = 0;
	let after = 0;
	for (let i = 1; i < count - 1; i++) {
		while (lengths[i]! - lengths[before + 1]! >= reach) before++;
		after = Math.max(after, i + 1);
		while (after < count - 1 && lengths[after]! - lengths[i]! < reach) after++;
		const canSee = lengths[i]! >= reach && lengths[count - 1]! - lengths[i]! >= reach;
		if (!canSee) continue;
		const inX = xs[i]! - xs[before]!;
		const inY = ys[i]! - ys[before]!;
		const outX = xs[after]! - xs[i]!;
		const outY = ys[after]! - ys[i]!;
		turns[i] = Math.abs(Math.atan2(inX * outY - inY * outX, inX * outX + inY * outY));
	}
	const corners: number[] = [];
	for (let i = 1; i < count - 1; i++) {
		if (turns[i]! < cornerRadians) continue;
		const last = corners.at(-1);
		if (last !== undefined && lengths[i]! - lengths[last]! < 2 * reach) {
			if (turns[i]! > turns[last]!) corners[corners.length - 1] = i;
		} else corners.push(i);
	}
	return corners;
}
