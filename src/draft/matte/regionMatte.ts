import { type Matte, smoothStep } from './matte.ts';
import { spreadDistance } from './spreadDistance.ts';

/** Lines looked at in each row of pixels. */
const linesARow = 4;

/**
 * What closed rings hold, by the even-odd rule, cut at the frame's borders: edges smoothed to a share of a pixel, or as wide
 * as `feather` says, half inside and half outside.
 * @param rings x, y pairs, frame pixels: pixel (0, 0) spans 0..1.
 * @returns undefined when nothing of it lies in the frame.
 */
export function regionMatte(
	frame: { readonly width: number; readonly height: number },
	rings: readonly Float64Array[],
	feather: number,
): Matte | undefined {
	const soft = feather > 1 ? feather / 2 : 0;
	const [left, top, right, bottom] = boundsOf(rings);
	const x = Math.max(0, Math.floor(left - soft));
	const y = Math.max(0, Math.floor(top - soft));
	const width = Math.min(frame.width, Math.ceil(right + soft)) - x;
	const height = Math.min(frame.height, Math.ceil(bottom + soft)) - y;
	if (!(width > 0 && height > 0)) return undefined;
	const cover = coverage(rings, x, y, width, height);
	const alpha = soft > 0 ? feathered(cover, width, height, soft) : cover;
	return alpha.some((value) => value > 0) ? { x, y, width, height, alpha } : undefined;
}

function boundsOf(rings: readonly Float64Array[]): [number, number, number, number] {
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const ring of rings)
		for (let at = 0; at < ring.length; at += 2) {
			left = Math.min(left, ring[at]!);
			right = Math.max(right, ring[at]!);
			top = Math.min(top, ring[at + 1]!);
			bottom = Math.max(bottom, ring[at + 1]!);
		}
	return [left, top, right, bottom];
}

/** The share of each pixel that lies inside: exact along the lines, a few lines a row. */
function coverage(
	rings: readonly Float64Array[],
	x: number,
	y: number,
	width: number,
	height: number,
): Float32Array {
	const alpha = new Float32Array(width * height);
	const lines: number[][] = Array.from({ length: height * linesARow }, () => []);
	for (const ring of rings)
		for (let at = 0; at < ring.length; at += 2) {
			const next = at + 2 < ring.length ? at + 2 : 0;
			crossings(ring[at]! - x, ring[at + 1]! - y, ring[next]! - x, ring[next + 1]! - y, lines);
		}
	lines.forEach((hits, line) => {
		hits.sort((a, b) => a - b);
		const row = Math.floor(line / linesARow) * width;
		for (let i = 0; i + 1 < hits.length; i += 2) {
			const from = Math.max(0, hits[i]!);
			const to = Math.min(width, hits[i + 1]!);
			for (let column = Math.floor(from); column < to; column++) {
				const share = Math.min(to, column + 1) - Math.max(from, column);
				alpha[row + column] = Math.min(1, alpha[row + column]! + share / linesARow);
			}
		}
	});
	return alpha;
}

/** Where an edge crosses the middles of the lines. */
function crossings(x0: number, y0: number, x1: number, y1: number, lines: number[][]): void {
	if (y0 === y1) return;
	const from = Math.max(0, Math.ceil(Math.min(y0, y1) * linesARow - 0.5));
	const to = Math.min(lines.length, Math.ceil(Math.max(y0, y1) * linesARow - 0.5));
	for (let line = from; line < to; line++) {
		const share = ((line + 0.5) / linesARow - y0) / (y1 - y0);
		lines[line]!.push(x0 + share * (x1 - x0));
	}
}

/** Falls from 1 to 0 within `soft` px on both sides of the edge. */
function feathered(cover: Float32Array, width: number, height: number, soft: number): Float32Array {
	const outside = cover.map((share) => (share > 0 ? Math.max(0, 0.5 - share) : Infinity));
	const inside = cover.map((share) => (share < 1 ? Math.max(0, share - 0.5) : Infinity));
	spreadDistance(outside, width, height);
	spreadDistance(inside, width, height);
	return cover.map((_, at) => smoothStep(0.5 + (inside[at]! - outside[at]!) / (2 * soft)));
}
