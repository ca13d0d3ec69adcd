import { expect, test } from 'vitest';
import { noisePicture } from '../testing/testPictures.ts';
import { fillHoles } from './fillHoles.ts';

const width = 97;
const height = 61;

test('continues a flat colour into the hole', () => {
	const { rgba } = noisePicture(width, height, (x, y) =>
		Math.hypot(x - 50, y - 30) < 15 ? [255, 0, 0] : [20, 90, 160],
	);
	const hole = Float32Array.from({ length: width * height }, (_, i) =>
		Math.hypot((i % width) - 50, Math.floor(i / width) - 30) < 17 ? 1 : 0,
	);
	const out = fillHoles(rgba as Uint8ClampedArray, width, height, hole);
	for (let i = 0; i < out.length; i += 4) {
		expect(Math.abs(out[i]! - 20)).toBeLessThanOrEqual(1);
		expect(Math.abs(out[i + 2]! - 160)).toBeLessThanOrEqual(1);
	}
});

test('leaves what is no hole byte for byte', () => {
	const { rgba } = noisePicture(width, height, (x, y, n) => [n * 255, x, y]);
	const hole = Float32Array.from({ length: width * height }, (_, i) => (i % width < 20 ? 1 : 0));
	const out = fillHoles(rgba as Uint8ClampedArray, width, height, hole);
	for (let i = 0; i < hole.length; i++)
		if (hole[i] === 0)
			expect(out.subarray(4 * i, 4 * i + 4)).toEqual(rgba.subarray(4 * i, 4 * i + 4));
});

test('a frame that is all hole becomes something opaque', () => {
	const { rgba } = noisePicture(width, height, () => [9, 9, 9]);
	const out = fillHoles(
		rgba as Uint8ClampedArray,
		width,
		height,
		new Float32Array(width * height).fill(1),
	);
	expect(out.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
});
