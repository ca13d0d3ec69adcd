import type { Matte } from '../matte/matte.ts';

/** The fill reaches so many px beyond a piece's outermost pixel, then blends in: its rim must not stay behind. */
const margin = 2;
/** Shares of what lies under a piece below this are left as they are. */
const least = 0.02;

/** What mattes cover and a little more: 1 where the ground has to be found, falling to 0 over one pixel. */
export function holeOf(width: number, height: number, mattes: readonly Matte[]): Float32Array {
	const covered = new Uint8Array(width * height);
	for (const matte of mattes)
		for (let row = 0; row < matte.height; row++)
			for (let column = 0; column < matte.width; column++)
				if (matte.alpha[row * matte.width + column]! > least)
					covered[(matte.y + row) * width + matte.x + column] = 1;
	const full = grown(covered, width, height, margin);
	const soft = grown(full, width, height, 1);
	return Float32Array.from(full, (inside, at) => (inside === 1 ? 1 : soft[at]! * 0.5));
}

/** Grown by a square of `reach` px. */
function grown(mask: Uint8Array, width: number, height: number, reach: number): Uint8Array {
	const across = new Uint8Array(mask.length);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			if (mask[y * width + x] === 0) continue;
			const from = y * width + Math.max(0, x - reach);
			across.fill(1, from, y * width + Math.min(width - 1, x + reach) + 1);
		}
	const out = new Uint8Array(mask.length);
	for (let y = 0; y < height; y++)
		for (let j = Math.max(0, y - reach); j <= Math.min(height - 1, y + reach); j++)
			for (let x = 0; x < width; x++) if (across[j * width + x] === 1) out[y * width + x] = 1;
	return out;
}
