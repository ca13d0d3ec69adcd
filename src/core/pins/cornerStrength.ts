import type { LumaPicture } from './lumaPicture.ts';

/** Half the side of the window that a corner is judged in: 5 x 5. */
const half = 2;

/**
 * How well each pixel can be told from its neighbourhood: the smaller eigenvalue of the gradients' structure tensor in a
 * 5 x 5 window; 0 along the border. Flat places and straight edges have none.
 * Cost: O(pixels). Source: Shi & Tomasi, Good Features to Track, 1994.
 */
export function cornerStrength({ width, height, data }: LumaPicture): Float32Array {
	const xx = new Float32Array(width * height);
	const xy = new Float32Array(width * height);
	const yy = new Float32Array(width * height);
	for (let y = 1; y < height - 1; y++)
		for (let x = 1; x < width - 1; x++) {
			const i = y * width + x;
			const dx = (data[i + 1]! - data[i - 1]!) / 2;
			const dy = (data[i + width]! - data[i - width]!) / 2;
			xx[i] = dx * dx;
			xy[i] = dx * dy;
			yy[i] = dy * dy;
		}
	for (const field of [xx, xy, yy]) boxSum(field, width, height);
	const strength = new Float32Array(width * height);
	const edge = half + 1;
	for (let y = edge; y < height - edge; y++)
		for (let x = edge; x < width - edge; x++) {
			const i = y * width + x;
			const a = xx[i]!;
			const c = yy[i]!;
			const root = Math.sqrt((a - c) * (a - c) + 4 * xy[i]! * xy[i]!);
			strength[i] = Math.max(0, (a + c - root) / 2);
		}
	return strength;
}

/** Sums over the window, in place: along the rows, then along the columns. Values near the border are not sums. */
function boxSum(field: Float32Array, width: number, height: number): void {
	const line = new Float32Array(Math.max(width, height));
	sumLines(field, line, height, width, width, 1);
	sumLines(field, line, width, height, 1, width);
}

function sumLines(
	field: Float32Array,
	line: Float32Array,
	lines: number,
	length: number,
	lineStep: number,
	step: number,
): void {
	for (let n = 0; n < lines; n++) {
		const base = n * lineStep;
		for (let i = 0; i < length; i++) line[i] = field[base + i * step]!;
		let sum = 0;
		for (let i = 0; i < length; i++) {
			sum += line[i]!;
			if (i > 2 * half) sum -= line[i - 2 * half - 1]!;
			if (i >= 2 * half) field[base + (i - half) * step] = sum;
		}
	}
}
