import type { DraftPicture } from '../draftScene.ts';

/** Pictures and tracks for tests: the same every time. */
export function noisePicture(
	width: number,
	height: number,
	paint: (x: number, y: number, noise: number) => readonly [number, number, number],
	seed = 7,
): DraftPicture {
	const rgba = new Uint8ClampedArray(width * height * 4);
	let state = seed;
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			state = (Math.imul(state, 1103515245) + 12345) >>> 0;
			const [red, green, blue] = paint(x, y, (state >>> 16) / 65_536);
			const at = (y * width + x) * 4;
			rgba[at] = red;
			rgba[at + 1] = green;
			rgba[at + 2] = blue;
			rgba[at + 3] = 255;
		}
	return { width, height, rgba };
}

export interface Square {
	readonly x: number;
	readonly y: number;
	readonly side: number;
}

/** A textured square on a calm, grainy ground. */
export function squarePicture(width: number, height: number, square: Square): DraftPicture {
	return noisePicture(width, height, (x, y, noise) => {
		const inside =
			Math.abs(x - square.x) <= square.side / 2 && Math.abs(y - square.y) <= square.side / 2;
		if (!inside) return [70 + noise * 8, 110 + y * 0.1 + noise * 8, 150 + noise * 8];
		const wave = 40 * Math.sin(x * 0.45) + 40 * Math.cos(y * 0.37 + x * 0.11);
		return [190 + wave * 0.5 + noise * 10, 90 + wave + noise * 10, 60 + noise * 10];
	});
}

/** 121 samples along a function of 0..1, rounded to 2 decimals as exported. */
export function samplesOf(path: (share: number) => readonly [number, number]): Float64Array {
	const out = new Float64Array(242);
	for (let i = 0; i < 121; i++) {
		const [x, y] = path(i / 120);
		out[2 * i] = Math.round(x * 100) / 100;
		out[2 * i + 1] = Math.round(y * 100) / 100;
	}
	return out;
}

export const still = (x: number, y: number): Float64Array => samplesOf(() => [x, y]);
