import type { Pixels } from '#media/node/pictures.ts';

/**
 * A sampler preview: the first latent frame (one pixel per 8 x 8), noise giving way to the picture, enlarged to fit
 * `previewSize`. ComfyUI shows the first latent frame only, whatever the clip does.
 * @param done 0..1, share of the steps that are behind.
 */
export function previewPicture(
	start: Pixels,
	done: number,
	seed: number,
	previewSize: number,
): Pixels {
	const columns = Math.max(1, Math.floor(start.width / 8));
	const rows = Math.max(1, Math.floor(start.height / 8));
	const random = noise(seed + Math.round(done * 1000));
	const latent = new Uint8ClampedArray(columns * rows * 3);
	for (let row = 0, at = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			const x = Math.min(start.width - 1, column * 8 + 4);
			const y = Math.min(start.height - 1, row * 8 + 4);
			const from = 4 * (y * start.width + x);
			for (let c = 0; c < 3; c++) {
				latent[at++] = (start.rgba[from + c] as number) * done + 255 * random() * (1 - done);
			}
		}
	}
	const scale = previewSize / Math.max(columns, rows);
	const width = Math.max(1, Math.round(columns * scale));
	const height = Math.max(1, Math.round(rows * scale));
	const rgba = new Uint8ClampedArray(width * height * 4);
	for (let y = 0, out = 0; y < height; y++) {
		const row = Math.min(rows - 1, Math.floor(y / scale));
		for (let x = 0; x < width; x++, out += 4) {
			const from = 3 * (row * columns + Math.min(columns - 1, Math.floor(x / scale)));
			for (let c = 0; c < 3; c++) rgba[out + c] = latent[from + c] as number;
			rgba[out + 3] = 255;
		}
	}
	return { width, height, rgba };
}

/** Numbers 0..1, the same for the same seed (Mulberry32, public domain). */
function noise(seed: number): () => number {
	let state = Math.trunc(seed) | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}
