import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pixels } from '#media/node/pictures.ts';
import { coverCrop } from './coverCrop.ts';

/** Red tells the column, green the row. */
function ramp(width: number, height: number): Pixels {
	const rgba = new Uint8ClampedArray(width * height * 4);
	for (let i = 0; i < width * height; i++) {
		rgba.set([i % width, Math.floor(i / width), 0, 255], 4 * i);
	}
	return { width, height, rgba };
}

test('a picture of the right size stays as it is', () => {
	const picture = ramp(32, 16);
	expect(coverCrop(picture, 32, 16)).toEqual(picture);
});

test('a tall picture loses top and bottom alike, a wide one left and right', () => {
	const tall = coverCrop(ramp(16, 48), 16, 16);
	expect([tall.rgba[1], tall.rgba[4 * (15 * 16) + 1]]).toEqual([16, 31]);
	const wide = coverCrop(ramp(48, 16), 16, 16);
	expect([wide.rgba[0], wide.rgba[4 * 15]]).toEqual([16, 31]);
});

test('every frame pixel shows the picture where cover-and-centre-crop maps it, within a pixel', () => {
	const side = fc.integer({ min: 20, max: 120 });
	fc.assert(
		fc.property(side, side, side, side, (w, h, width, height) => {
			const framed = coverCrop(ramp(w, h), width, height);
			const scale = Math.max(width / w, height / h);
			for (const [x, y] of [
				[0, 0],
				[width - 1, height - 1],
				[width >> 1, height >> 1],
			] as const) {
				const column = (x + 0.5 + (w * scale - width) / 2) / scale - 0.5;
				const row = (y + 0.5 + (h * scale - height) / 2) / scale - 0.5;
				const at = 4 * (y * width + x);
				expect(Math.abs((framed.rgba[at] ?? 0) - column)).toBeLessThanOrEqual(1.01);
				expect(Math.abs((framed.rgba[at + 1] ?? 0) - row)).toBeLessThanOrEqual(1.01);
			}
		}),
	);
});
