import { type Matte, smoothStep } from './matte.ts';

/**
 * A feathered disc, cut at the frame's borders.
 * @param solidRadius Full up to here, px.
 * @param feather Falls to 0 over this many px beyond.
 * @returns A matte of at least 1 x 1; all 0 when the disc lies outside the frame.
 */
export function discMatte(
	frame: { readonly width: number; readonly height: number },
	centre: { readonly x: number; readonly y: number },
	solidRadius: number,
	feather: number,
): Matte {
	const reach = solidRadius + feather;
	const x = clamp(Math.floor(centre.x - reach), frame.width - 1);
	const y = clamp(Math.floor(centre.y - reach), frame.height - 1);
	const width = clamp(Math.ceil(centre.x + reach), frame.width - 1) - x + 1;
	const height = clamp(Math.ceil(centre.y + reach), frame.height - 1) - y + 1;
	const alpha = new Float32Array(width * height);
	for (let row = 0; row < height; row++)
		for (let column = 0; column < width; column++) {
			const distance = Math.hypot(x + column - centre.x, y + row - centre.y);
			alpha[row * width + column] = smoothStep((reach - distance) / feather);
		}
	return { x, y, width, height, alpha };
}

const clamp = (value: number, limit: number) => Math.max(0, Math.min(limit, value));
