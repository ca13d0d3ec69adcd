import { type Plane, samplePlane } from './pyramid.ts';

/** Side of the square compared, px, odd. */
export const windowSize = 21;
const radius = (windowSize - 1) / 2;
const most = 20;
const enough = 0.005;

/** A square of a picture round a point with its slopes: what is looked for. */
export interface Patch {
	readonly values: Float32Array;
	readonly slopesX: Float32Array;
	readonly slopesY: Float32Array;
	/** Sums of products of slopes. */
	readonly xx: number;
	readonly xy: number;
	readonly yy: number;
	/** Smaller eigenvalue a pixel: near 0 where a shift cannot be seen (flat, or one straight edge). */
	readonly texture: number;
}

export function cutPatch(plane: Plane, x: number, y: number): Patch {
	const side = windowSize + 2;
	const wide = new Float32Array(side * side);
	for (let j = 0; j < side; j++)
		for (let i = 0; i < side; i++)
			wide[j * side + i] = samplePlane(plane, x + i - radius - 1, y + j - radius - 1);
	const count = windowSize * windowSize;
	const values = new Float32Array(count);
	const slopesX = new Float32Array(count);
	const slopesY = new Float32Array(count);
	let xx = 0;
	let xy = 0;
	let yy = 0;
	for (let j = 0, k = 0; j < windowSize; j++)
		for (let i = 0; i < windowSize; i++, k++) {
			const at = (j + 1) * side + i + 1;
			const w = (d: number) => wide[at + d]!;
			// Scharr's derivative.
			const sx =
				(3 * (w(-side + 1) - w(-side - 1)) +
					10 * (w(1) - w(-1)) +
					3 * (w(side + 1) - w(side - 1))) /
				32;
			const sy =
				(3 * (w(side - 1) - w(-side - 1)) +
					10 * (w(side) - w(-side)) +
					3 * (w(side + 1) - w(-side + 1))) /
				32;
			values[k] = w(0);
			slopesX[k] = sx;
			slopesY[k] = sy;
			xx += sx * sx;
			xy += sx * sy;
			yy += sy * sy;
		}
	const texture = (xx + yy - Math.hypot(xx - yy, 2 * xy)) / (2 * count);
	return { values, slopesX, slopesY, xx, xy, yy, texture };
}

/** Gauss-Newton search for a patch in a picture from a first guess (Lucas and Kanade, translation only). */
export function seekPatch(
	patch: Patch,
	plane: Plane,
	guessX: number,
	guessY: number,
): { readonly x: number; readonly y: number } {
	const det = patch.xx * patch.yy - patch.xy * patch.xy;
	let x = guessX;
	let y = guessY;
	if (det < 1e-9) return { x, y };
	for (let step = 0; step < most; step++) {
		let ex = 0;
		let ey = 0;
		for (let j = 0, k = 0; j < windowSize; j++)
			for (let i = 0; i < windowSize; i++, k++) {
				const miss = patch.values[k]! - samplePlane(plane, x + i - radius, y + j - radius);
				ex += miss * patch.slopesX[k]!;
				ey += miss * patch.slopesY[k]!;
			}
		const dx = (patch.yy * ex - patch.xy * ey) / det;
		const dy = (patch.xx * ey - patch.xy * ex) / det;
		x += dx;
		y += dy;
		if (dx * dx + dy * dy < enough * enough) break;
	}
	return { x, y };
}

/** Normalised cross-correlation of a patch with a picture at a place: 1 the same, 0 unrelated. */
export function likeness(patch: Patch, plane: Plane, x: number, y: number): number {
	const count = windowSize * windowSize;
	let sa = 0;
	let sb = 0;
	let aa = 0;
	let bb = 0;
	let ab = 0;
	for (let j = 0, k = 0; j < windowSize; j++)
		for (let i = 0; i < windowSize; i++, k++) {
			const a = patch.values[k]!;
			const b = samplePlane(plane, x + i - radius, y + j - radius);
			sa += a;
			sb += b;
			aa += a * a;
			bb += b * b;
			ab += a * b;
		}
	const variance = (aa - (sa * sa) / count) * (bb - (sb * sb) / count);
	return variance > 1e-9 ? (ab - (sa * sb) / count) / Math.sqrt(variance) : 0;
}
