import { type Plane, samplePlane } from './pyramid.ts';

/** Side of the square compared, px, odd. */
export const windowSize = 21;
const most = 20;
const enough = 0.005;
/** Written anew by each cut. */
const scratch = new Float32Array((windowSize + 2) ** 2);

/** A square of a picture round a point with its slopes: what is looked for. */
export interface Patch {
	/** Pixels from its middle to its edge. */
	readonly radius: number;
	readonly values: Float32Array;
	readonly slopesX: Float32Array;
	readonly slopesY: Float32Array;
	/** Sums of products of slopes: xx, xy, yy. In an array, as the sums of a `Template`. */
	readonly products: Float64Array;
	/** Smaller eigenvalue a pixel: near 0 where a shift cannot be seen (flat, or one straight edge). */
	readonly texture: number;
}

export function cutPatch(plane: Plane, x: number, y: number, radius = (windowSize - 1) / 2): Patch {
	const size = 2 * radius + 1;
	const side = size + 2;
	const wide = side * side > scratch.length ? new Float32Array(side * side) : scratch;
	readSquare(plane, x - radius - 1, y - radius - 1, side, wide);
	const count = size * size;
	const values = new Float32Array(count);
	const slopesX = new Float32Array(count);
	const slopesY = new Float32Array(count);
	let xx = 0;
	let xy = 0;
	let yy = 0;
	for (let j = 0, k = 0; j < size; j++)
		for (let i = 0; i < size; i++, k++) {
			const at = (j + 1) * side + i + 1;
			const above = at - side;
			const below = at + side;
			// Scharr's derivative.
			const sx =
				(3 * (wide[above + 1]! - wide[above - 1]! + wide[below + 1]! - wide[below - 1]!) +
					10 * (wide[at + 1]! - wide[at - 1]!)) /
				32;
			const sy =
				(3 * (wide[below - 1]! - wide[above - 1]! + wide[below + 1]! - wide[above + 1]!) +
					10 * (wide[below]! - wide[above]!)) /
				32;
			values[k] = wide[at]!;
			slopesX[k] = sx;
			slopesY[k] = sy;
			xx += sx * sx;
			xy += sx * sy;
			yy += sy * sy;
		}
	const texture = (xx + yy - Math.hypot(xx - yy, 2 * xy)) / (2 * count);
	return { radius, values, slopesX, slopesY, products: Float64Array.of(xx, xy, yy), texture };
}

/**
 * Gauss-Newton search for a patch in a picture from a first guess (Lucas and Kanade 1981, translation only).
 * What lies outside the picture has no say.
 */
export function seekPatch(
	patch: Patch,
	plane: Plane,
	guessX: number,
	guessY: number,
	mostSteps = most,
): { readonly x: number; readonly y: number } {
	const [xx = 0, xy = 0, yy = 0] = patch.products;
	const det = xx * yy - xy * xy;
	let x = guessX;
	let y = guessY;
	if (det < 1e-9) return { x, y };
	const { radius, values: wanted, slopesX, slopesY } = patch;
	const size = 2 * radius + 1;
	const { width, height, values } = plane;
	for (let step = 0; step < mostSteps; step++) {
		let ex = 0;
		let ey = 0;
		const left = Math.floor(x - radius);
		const top = Math.floor(y - radius);
		const u = x - radius - left;
		const v = y - radius - top;
		const isInside = left >= 0 && top >= 0 && left + size < width && top + size < height;
		const w00 = (1 - u) * (1 - v);
		const w10 = u * (1 - v);
		const w01 = (1 - u) * v;
		const w11 = u * v;
		for (let j = 0, k = 0; j < size; j++) {
			let at = (top + j) * width + left;
			if (isInside)
				for (let i = 0; i < size; i++, k++, at++) {
					const miss =
						wanted[k]! -
						(values[at]! * w00 +
							values[at + 1]! * w10 +
							values[at + width]! * w01 +
							values[at + width + 1]! * w11);
					ex += miss * slopesX[k]!;
					ey += miss * slopesY[k]!;
				}
			else
				for (let i = 0; i < size; i++, k++) {
					const px = x - radius + i;
					const py = y - radius + j;
					if (px < 0 || py < 0 || px > width - 1 || py > height - 1) continue;
					const miss = wanted[k]! - samplePlane(plane, px, py);
					ex += miss * slopesX[k]!;
					ey += miss * slopesY[k]!;
				}
		}
		const dx = (yy * ex - xy * ey) / det;
		const dy = (xx * ey - xy * ex) / det;
		x += dx;
		y += dy;
		if (dx * dx + dy * dy < enough * enough) break;
	}
	return { x, y };
}

/** Reads a square whose corner lies between pixels. */
function readSquare(plane: Plane, x: number, y: number, side: number, into: Float32Array): void {
	const { width, height, values } = plane;
	const left = Math.floor(x);
	const top = Math.floor(y);
	const u = x - left;
	const v = y - top;
	if (!(left >= 0 && top >= 0 && left + side < width && top + side < height)) {
		for (let j = 0; j < side; j++)
			for (let i = 0; i < side; i++) into[j * side + i] = samplePlane(plane, x + i, y + j);
		return;
	}
	for (let j = 0, k = 0; j < side; j++) {
		let at = (top + j) * width + left;
		for (let i = 0; i < side; i++, k++, at++) {
			const over = values[at]! + (values[at + 1]! - values[at]!) * u;
			const under = values[at + width]! + (values[at + width + 1]! - values[at + width]!) * u;
			into[k] = over + (under - over) * v;
		}
	}
}
