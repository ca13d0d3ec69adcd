import type { DraftLayer } from '../draftScene.ts';

/**
 * Lays a layer over the frame, moved by a fraction of a pixel exactly (bilinear), premultiplied source-over.
 * @param out width x height x 4, opaque; written in place.
 */
export function drawShifted(
	layer: DraftLayer,
	dx: number,
	dy: number,
	out: Uint8ClampedArray,
	width: number,
	height: number,
): void {
	if (!Number.isFinite(dx) || !Number.isFinite(dy)) return;
	const wholeX = Math.floor(dx);
	const wholeY = Math.floor(dy);
	const u = dx - wholeX;
	const v = dy - wholeY;
	const left = layer.x + wholeX;
	const top = layer.y + wholeY;
	// Pixel (column, row) reads the layer at column - u: between column - 1 (weight u) and column.
	const w00 = u * v;
	const w10 = (1 - u) * v;
	const w01 = u * (1 - v);
	const w11 = (1 - u) * (1 - v);
	const firstRow = Math.max(1, -top);
	const lastRow = Math.min(layer.height - 1, height - 1 - top);
	const firstColumn = Math.max(1, -left);
	const lastColumn = Math.min(layer.width - 1, width - 1 - left);
	const from = layer.rgba;
	const line = layer.width * 4;
	for (let row = firstRow; row <= lastRow; row++) {
		let at = row * line + firstColumn * 4;
		let to = ((top + row) * width + left + firstColumn) * 4;
		for (let column = firstColumn; column <= lastColumn; column++, at += 4, to += 4) {
			const up = at - line;
			const alpha =
				w00 * from[up - 1]! + w10 * from[up + 3]! + w01 * from[at - 1]! + w11 * from[at + 3]!;
			if (alpha === 0) continue;
			const keep = 1 - alpha / 255;
			for (let c = 0; c < 3; c++)
				out[to + c] =
					w00 * from[up - 4 + c]! +
					w10 * from[up + c]! +
					w01 * from[at - 4 + c]! +
					w11 * from[at + c]! +
					keep * out[to + c]!;
		}
	}
}
