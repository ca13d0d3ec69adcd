/** How much of each pixel of a rectangle belongs to a piece: 0..1, row by row. */
export interface Matte {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly alpha: Float32Array;
}

/** The matte's value at a frame pixel; 0 outside its rectangle. */
export function matteAt(matte: Matte, x: number, y: number): number {
	const column = Math.round(x) - matte.x;
	const row = Math.round(y) - matte.y;
	if (column < 0 || row < 0 || column >= matte.width || row >= matte.height) return 0;
	return matte.alpha[row * matte.width + column]!;
}

/** The pixelwise larger of two mattes, over a rectangle that holds both. */
export function uniteMattes(a: Matte, b: Matte): Matte {
	const x = Math.min(a.x, b.x);
	const y = Math.min(a.y, b.y);
	const width = Math.max(a.x + a.width, b.x + b.width) - x;
	const height = Math.max(a.y + a.height, b.y + b.height) - y;
	const alpha = new Float32Array(width * height);
	for (const matte of [a, b])
		for (let row = 0; row < matte.height; row++) {
			const to = (row + matte.y - y) * width + matte.x - x;
			for (let column = 0; column < matte.width; column++)
				alpha[to + column] = Math.max(
					alpha[to + column]!,
					matte.alpha[row * matte.width + column]!,
				);
		}
	return { x, y, width, height, alpha };
}

/** Takes from the first matte what belongs to the second; in place. */
export function subtractMatte(matte: Matte, taken: Matte): void {
	const left = Math.max(matte.x, taken.x);
	const right = Math.min(matte.x + matte.width, taken.x + taken.width);
	const top = Math.max(matte.y, taken.y);
	const bottom = Math.min(matte.y + matte.height, taken.y + taken.height);
	for (let y = top; y < bottom; y++)
		for (let x = left; x < right; x++) {
			const at = (y - matte.y) * matte.width + x - matte.x;
			const share = taken.alpha[(y - taken.y) * taken.width + x - taken.x]!;
			matte.alpha[at] = matte.alpha[at]! * (1 - share);
		}
}

/** Sum of the shares, px. */
export function matteArea({ alpha }: Matte): number {
	let sum = 0;
	for (const share of alpha) sum += share;
	return sum;
}

/** Smooth 0..1 step of a 0..1 value. */
export const smoothStep = (t: number): number => {
	const u = Math.max(0, Math.min(1, t));
	return u * u * (3 - 2 * u);
};
