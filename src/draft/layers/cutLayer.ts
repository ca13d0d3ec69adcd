import type { Matte } from '../matte/matte.ts';

/** What a piece carries away, and what the picture at rest looks like with it in place. */
export interface CutPiece {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly rgba: Uint8ClampedArray;
}

/**
 * Lifts a piece off what lies beneath, so that laid back in place it gives the picture again: source = piece +
 * (1 - alpha) x beneath. In the feather that takes the old surroundings' colour out of the piece.
 * A clear border one pixel wide is added for bilinear reading.
 * @param beneath Everything below at rest; updated to show the piece in place.
 */
export function cutLayer(
	source: Uint8ClampedArray,
	beneath: Uint8ClampedArray,
	frameWidth: number,
	matte: Matte,
): CutPiece {
	const width = matte.width + 2;
	const height = matte.height + 2;
	const rgba = new Uint8ClampedArray(width * height * 4);
	for (let row = 0; row < matte.height; row++)
		for (let column = 0; column < matte.width; column++) {
			const alpha = Math.round(matte.alpha[row * matte.width + column]! * 255);
			if (alpha === 0) continue;
			const from = ((matte.y + row) * frameWidth + matte.x + column) * 4;
			const to = ((row + 1) * width + column + 1) * 4;
			for (let c = 0; c < 3; c++) {
				const below = ((255 - alpha) * beneath[from + c]!) / 255;
				rgba[to + c] = Math.min(alpha, source[from + c]! - below);
				beneath[from + c] = rgba[to + c]! + below;
			}
			rgba[to + 3] = alpha;
		}
	return { x: matte.x - 1, y: matte.y - 1, width, height, rgba };
}
