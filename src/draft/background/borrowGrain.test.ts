import { expect, test } from 'vitest';
import { noisePicture } from '../testing/testPictures.ts';
import { borrowGrain } from './borrowGrain.ts';

const width = 80;
const height = 40;
const inHole = (x: number, y: number) => Math.hypot(x - 40, y - 20) < 12;
const hole = Float32Array.from({ length: width * height }, (_, i) =>
	inHole(i % width, Math.floor(i / width)) ? 1 : 0,
);

test('the fill gets the grain of its surroundings: half to one and a half times as strong', () => {
	const { rgba } = noisePicture(width, height, (_x, _y, noise) => {
		const value = 100 + noise * 16;
		return [value, value, value];
	});
	const filled = Uint8ClampedArray.from(rgba);
	for (let i = 0; i < hole.length; i++) if (hole[i] === 1) filled.fill(108, 4 * i, 4 * i + 3);
	borrowGrain(filled, rgba as Uint8ClampedArray, width, height, hole);
	const inside = deviation(filled, (x, y) => inHole(x, y));
	const outside = deviation(filled, (x, y) => !inHole(x, y));
	expect(inside / outside).toBeGreaterThan(0.5);
	expect(inside / outside).toBeLessThan(1.5);
});

test('an edge beside the hole is not copied: no more than 14 of 255', () => {
	const { rgba } = noisePicture(width, height, (x) => (x < 20 ? [255, 255, 255] : [90, 90, 90]));
	const filled = Uint8ClampedArray.from(rgba);
	borrowGrain(filled, rgba as Uint8ClampedArray, width, height, hole);
	for (let i = 0; i < hole.length; i++)
		if (hole[i] === 1) expect(Math.abs(filled[4 * i]! - 90)).toBeLessThanOrEqual(14);
});

test('outside the hole nothing changes', () => {
	const { rgba } = noisePicture(width, height, (_x, _y, noise) => [noise * 255, 0, 0]);
	const filled = Uint8ClampedArray.from(rgba);
	borrowGrain(filled, rgba as Uint8ClampedArray, width, height, hole);
	for (let i = 0; i < hole.length; i++) if (hole[i] === 0) expect(filled[4 * i]).toBe(rgba[4 * i]);
});

function deviation(rgba: Uint8ClampedArray, counts: (x: number, y: number) => boolean): number {
	const values: number[] = [];
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) if (counts(x, y)) values.push(rgba[(y * width + x) * 4]!);
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
