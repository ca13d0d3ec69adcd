/** Half the side of the window round a pixel in which changes are averaged: 9 x 9. */
const half = 4;

/**
 * How much the light of a picture differs in others: for each pixel the greatest of the mean differences in its 9 x 9
 * surroundings, 0..255. Within 4 px of the border 0.
 * @param luma width x height values 0..255; `others` of the same size.
 * Cost: O(pixels x others).
 */
export function changeAround(
	luma: Uint8Array,
	others: readonly Uint8Array[],
	width: number,
	height: number,
): Float32Array {
	const most = new Float32Array(width * height);
	const area = (2 * half + 1) ** 2;
	/** Sums of the differences above and to the left: the sum of any window is four readings. */
	const sums = new Float64Array((width + 1) * (height + 1));
	for (const other of others) {
		for (let y = 0; y < height; y++) {
			let row = 0;
			for (let x = 0; x < width; x++) {
				row += Math.abs(other[y * width + x]! - luma[y * width + x]!);
				sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row;
			}
		}
		for (let y = half; y < height - half; y++)
			for (let x = half; x < width - half; x++) {
				const above = (y - half) * (width + 1) + x;
				const below = (y + half + 1) * (width + 1) + x;
				const sum =
					sums[below + half + 1]! -
					sums[below - half]! -
					sums[above + half + 1]! +
					sums[above - half]!;
				const at = y * width + x;
				if (sum / area > most[at]!) most[at] = sum / area;
			}
	}
	return most;
}
