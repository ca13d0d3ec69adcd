import { expect, test } from 'vitest';
import { noisePicture, squarePicture } from '../testing/testPictures.ts';
import { type Matte, matteAt } from './matte.ts';
import { objectMatte } from './objectMatte.ts';

const width = 320;
const height = 192;

/** Stripes of four colours inside a disc, over a ground that shades from blue to gold. */
const balloon = noisePicture(width, height, (x, y, noise) => {
	const grain = noise * 6;
	if (Math.hypot(x - 120, y - 90) > 36)
		return [60 + y + grain, 120 + y / 2 + grain, 200 - y + grain];
	const stripes = [
		[30, 40, 110],
		[250, 240, 220],
		[200, 60, 50],
		[240, 180, 60],
	] as const;
	const [red, green, blue] = stripes[Math.floor(x / 9) % 4]!;
	return [red + grain, green + grain, blue + grain];
});

test('takes a patterned object whole, from whichever of its colours the track starts', () => {
	for (const [x, y] of [
		[120, 90],
		[104, 100],
		[138, 78],
	] as const) {
		const { matte } = objectMatte(balloon, { x, y })!;
		for (let angle = 0; angle < 6.2; angle += 0.4) {
			const at = (radius: number) =>
				matteAt(matte, 120 + radius * Math.cos(angle), 90 + radius * Math.sin(angle));
			expect(at(30)).toBeGreaterThan(0.99);
			expect(at(46)).toBe(0);
		}
	}
});

test('takes along a small thing of rare colour that hangs close by, not the same thing far off', () => {
	const hung = noisePicture(width, height, (x, y, noise) => {
		const basket = (bx: number) => Math.abs(x - bx) < 6 && Math.abs(y - 140) < 5;
		const [red, green, blue] = [0, 1, 2].map((c) => balloon.rgba[(y * width + x) * 4 + c]!);
		return basket(120) || basket(240) ? [110, 60, 20 + noise * 6] : [red!, green!, blue!];
	});
	const { matte } = objectMatte(hung, { x: 120, y: 90 })!;
	expect(matteAt(matte, 120, 140)).toBeGreaterThan(0.99);
	expect(matteAt(matte, 120, 132)).toBeLessThan(0.99);
	expect(matteAt(matte, 240, 140)).toBe(0);
});

test('its edge is feathered: full inside, nothing outside, steadily in between', () => {
	const square = { x: 100, y: 100, side: 60 };
	const { matte } = objectMatte(squarePicture(width, height, square), { x: 104, y: 96 })!;
	const across = Array.from({ length: 16 }, (_, i) => matteAt(matte, 126 + i, 100));
	expect(across[0]).toBe(1);
	expect(across.at(-1)).toBe(0);
	for (let i = 1; i < across.length; i++) expect(across[i]).toBeLessThanOrEqual(across[i - 1]!);
	expect(across.filter((alpha) => alpha > 0 && alpha < 1).length).toBeGreaterThanOrEqual(2);
});

test('finds nothing in an open sky', () => {
	expect(objectMatte(balloon, { x: 250, y: 60 })).toBeUndefined();
});

test('leaves out what is known to stay: a pinned half', () => {
	const twins = noisePicture(width, height, (x, y, noise) => {
		const inside = Math.abs(y - 90) < 25 && x > 80 && x < 180;
		if (!inside) return [60 + noise * 6, 110, 150];
		return x < 130 ? [220, 90 + noise * 6, 40] : [60, 40, 90 + noise * 6];
	});
	const { matte } = objectMatte(twins, { x: 105, y: 90 }, [{ x: 155, y: 90 }])!;
	expect(matteAt(matte, 100, 90)).toBeGreaterThan(0.9);
	expect(sum(matte, 160, 175)).toBe(0);
});

function sum(matte: Matte, fromX: number, toX: number): number {
	let total = 0;
	for (let x = fromX; x < toX; x++) total += matteAt(matte, x, 90);
	return total;
}
