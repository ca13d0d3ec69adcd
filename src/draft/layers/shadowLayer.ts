import type { DraftLayer } from '../draftScene.ts';

/** Softness and strength of a shadow, and how far below its piece it lies, as a share of the piece's height. */
const softPx = 9;
const strength = 0.32;
const dropShare = 0.05;

/** A soft dark copy of a piece, a little below it, that moves as it does. */
export function shadowLayer(piece: DraftLayer): DraftLayer {
	const drop = Math.round(dropShare * piece.height);
	const width = piece.width + 4 * softPx;
	const height = piece.height + 4 * softPx;
	let alpha = new Float32Array(width * height);
	for (let row = 0; row < piece.height; row++)
		for (let column = 0; column < piece.width; column++)
			alpha[(row + 2 * softPx) * width + column + 2 * softPx] =
				piece.rgba[(row * piece.width + column) * 4 + 3]! * strength;
	for (let pass = 0; pass < 2; pass++) {
		alpha = blurred(alpha, width, height, 1, width);
		alpha = blurred(alpha, height, width, width, 1);
	}
	const rgba = new Uint8ClampedArray(width * height * 4);
	for (let at = 0; at < alpha.length; at++) rgba[4 * at + 3] = alpha[at]!;
	return {
		...piece,
		isShadow: true,
		x: piece.x - 2 * softPx,
		y: piece.y - 2 * softPx + drop,
		width,
		height,
		rgba,
	};
}

/** Box mean along one axis. */
function blurred(
	from: Float32Array,
	length: number,
	lines: number,
	step: number,
	lineStep: number,
): Float32Array<ArrayBuffer> {
	const to = new Float32Array(from.length);
	const reach = softPx >> 1;
	for (let line = 0; line < lines; line++) {
		let sum = 0;
		for (let i = -reach; i < length; i++) {
			if (i + reach < length) sum += from[line * lineStep + (i + reach) * step]!;
			if (i - reach - 1 >= 0) sum -= from[line * lineStep + (i - reach - 1) * step]!;
			if (i >= 0) to[line * lineStep + i * step] = sum / (2 * reach + 1);
		}
	}
	return to;
}
