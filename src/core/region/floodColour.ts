import type { ImagePoint } from '../geometry/point.ts';
import type { ColourPicture } from './colourCells.ts';

/**
 * The magic wand: connected pixels whose colour is about that of a place.
 * @param tolerance Largest difference of a channel, 0..255, from the mean of the 3 x 3 pixels there.
 * @returns a mask. Cost: O(pixels of the region).
 */
export function floodColour(
	{ width, height, rgba }: ColourPicture,
	{ x, y }: ImagePoint,
	tolerance: number,
): Uint8Array {
	const mask = new Uint8Array(width * height);
	const column = Math.floor(x);
	const row = Math.floor(y);
	if (column < 0 || row < 0 || column >= width || row >= height) return mask;
	const mean = [0, 0, 0];
	let count = 0;
	for (let j = Math.max(0, row - 1); j <= Math.min(height - 1, row + 1); j++)
		for (let i = Math.max(0, column - 1); i <= Math.min(width - 1, column + 1); i++) {
			for (let c = 0; c < 3; c++) mean[c] = mean[c]! + rgba[(j * width + i) * 4 + c]!;
			count++;
		}
	const [red, green, blue] = mean.map((value) => value / count) as [number, number, number];
	const isAlike = (i: number) =>
		Math.abs(rgba[i * 4]! - red) <= tolerance &&
		Math.abs(rgba[i * 4 + 1]! - green) <= tolerance &&
		Math.abs(rgba[i * 4 + 2]! - blue) <= tolerance;
	const stack = [row * width + column];
	mask[row * width + column] = 1;
	const visit = (i: number) => {
		if (mask[i] === 1 || !isAlike(i)) return;
		mask[i] = 1;
		stack.push(i);
	};
	for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
		const at = i % width;
		if (at > 0) visit(i - 1);
		if (at < width - 1) visit(i + 1);
		if (i >= width) visit(i - width);
		if (i < mask.length - width) visit(i + width);
	}
	return mask;
}
