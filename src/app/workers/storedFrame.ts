import type { Luma } from '#metrics/pointTracking/createPointTracker.ts';

/** A picture in half the room of RGB: light of every pixel, colour of every 2 x 2, as videos keep them (full range, Rec. 601). */
export interface StoredFrame extends Luma {
	readonly values: Uint8Array;
	/** Blue and red difference in turn, 128 for grey; half the width and height, rounded up. */
	readonly chroma: Uint8Array;
}

/** @param rgba width x height x 4, opaque. */
export function storeFrame(rgba: Uint8ClampedArray, width: number, height: number): StoredFrame {
	const values = new Uint8Array(width * height);
	for (let i = 0, at = 0; i < values.length; i++, at += 4)
		values[i] = 0.299 * rgba[at]! + 0.587 * rgba[at + 1]! + 0.114 * rgba[at + 2]! + 0.5;
	const columns = (width + 1) >> 1;
	const rows = (height + 1) >> 1;
	const chroma = new Uint8Array(columns * rows * 2);
	for (let y = 0, k = 0; y < rows; y++)
		for (let x = 0; x < columns; x++, k += 2) {
			const at = 4 * (2 * y * width + 2 * x);
			const [r, g, b] = [rgba[at]!, rgba[at + 1]!, rgba[at + 2]!];
			chroma[k] = 128.5 - 0.168736 * r - 0.331264 * g + 0.5 * b;
			chroma[k + 1] = 128.5 + 0.5 * r - 0.418688 * g - 0.081312 * b;
		}
	return { width, height, values, chroma };
}

/** The picture again, to be looked at. */
export function readFrame({ width, height, values, chroma }: StoredFrame): ImageData {
	const picture = new ImageData(width, height);
	const { data } = picture;
	const columns = (width + 1) >> 1;
	for (let y = 0, i = 0; y < height; y++)
		for (let x = 0; x < width; x++, i++) {
			const k = 2 * ((y >> 1) * columns + (x >> 1));
			const light = values[i]!;
			const blue = chroma[k]! - 128;
			const red = chroma[k + 1]! - 128;
			data[4 * i] = light + 1.402 * red;
			data[4 * i + 1] = light - 0.344136 * blue - 0.714136 * red;
			data[4 * i + 2] = light + 1.772 * blue;
			data[4 * i + 3] = 255;
		}
	return picture;
}
