import { expect, test } from 'vitest';
import { noisePicture } from '../testing/testPictures.ts';
import { completeGround } from './completeGround.ts';

const [width, height] = [160, 96];
const stripes = (x: number) => (Math.floor(x / 8) % 2 === 0 ? 60 : 200);
const ground = noisePicture(width, height, (x) => [stripes(x), stripes(x), 90]);
const covered = noisePicture(width, height, (x, y) =>
	Math.hypot(x - 80, y - 48) < 16 ? [255, 0, 0] : [stripes(x), stripes(x), 90],
);
const hole = Float32Array.from({ length: width * height }, (_, i) =>
	Math.hypot((i % width) - 80, Math.floor(i / width) - 48) < 18 ? 1 : 0,
);
const fill = () => completeGround(covered.rgba as Uint8ClampedArray, width, height, hole);

test('goes on with the pattern that surrounds the hole', () => {
	const out = fill();
	let sum = 0;
	let count = 0;
	for (let i = 0; i < hole.length; i++) {
		if (hole[i] === 0) continue;
		sum += Math.abs(out[4 * i]! - ground.rgba[4 * i]!);
		count++;
	}
	expect(sum / count).toBeLessThan(25);
});

test('leaves what is no hole byte for byte, and gives the same each time', () => {
	const out = fill();
	for (let i = 0; i < hole.length; i++)
		if (hole[i] === 0) expect(out[4 * i]).toBe(covered.rgba[4 * i]);
	expect(fill()).toEqual(out);
});

test('where everything is hole there is still an opaque picture', () => {
	const all = new Float32Array(width * height).fill(1);
	const out = completeGround(covered.rgba as Uint8ClampedArray, width, height, all);
	expect(out.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
});
