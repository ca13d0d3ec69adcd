import type { Pixels } from '../../src/media/node/pictures.ts';

/** Each pixel is the mean of a square of `factor` by `factor`; what is left over at right and bottom goes. */
export function shrink({ width, height, rgba }: Pixels, factor: number): Pixels {
	const size = { width: Math.floor(width / factor), height: Math.floor(height / factor) };
	const small = new Uint8ClampedArray(size.width * size.height * 4);
	for (let y = 0; y < size.height; y++)
		for (let x = 0; x < size.width; x++)
			for (let channel = 0; channel < 4; channel++) {
				let sum = 0;
				for (let dy = 0; dy < factor; dy++)
					for (let dx = 0; dx < factor; dx++)
						sum += rgba[((y * factor + dy) * width + x * factor + dx) * 4 + channel]!;
				small[(y * size.width + x) * 4 + channel] = sum / factor ** 2;
			}
	return { ...size, rgba: small };
}

/** Share of the pixels, 0..1, that differ by more than 32 of 255 in some colour; 1 when the sizes differ. */
export function changedShare(a: Pixels, b: Pixels): number {
	if (a.width !== b.width || a.height !== b.height) return 1;
	let changed = 0;
	for (let i = 0; i < a.rgba.length; i += 4)
		if ([0, 1, 2].some((channel) => Math.abs(a.rgba[i + channel]! - b.rgba[i + channel]!) > 32))
			changed++;
	return changed / (a.width * a.height);
}
