/** Red, green, blue 0..255 and alpha 0..1. */
export type Rgba = readonly [r: number, g: number, b: number, a: number];

/** The colours of the influence map. */
export interface HeatTheme {
	/** At weight 0, 0.25, 0.5 and 1. */
	readonly stops: readonly [Rgba, Rgba, Rgba, Rgba];
	/** Above 1, where tracks overlap; drawn with a hatch, so that colour is not the only sign. */
	readonly over: string;
}

const stopWeights = [0, 0.25, 0.5, 1] as const;

/** One colour for each 1/255 of weight: 256 x 4 bytes as ImageData has them. */
export function heatTable({ stops }: HeatTheme): Uint8ClampedArray {
	const table = new Uint8ClampedArray(256 * 4);
	for (let i = 0; i < 256; i++) {
		const weight = i / 255;
		let n = 0;
		while (n < 2 && weight > stopWeights[n + 1]!) n++;
		const from = stops[n]!;
		const to = stops[n + 1]!;
		const part = (weight - stopWeights[n]!) / (stopWeights[n + 1]! - stopWeights[n]!);
		for (const channel of [0, 1, 2] as const)
			table[i * 4 + channel] = from[channel] + part * (to[channel] - from[channel]);
		table[i * 4 + 3] = 255 * (from[3] + part * (to[3] - from[3]));
	}
	return table;
}

/** Colours of weights, held to 0..1, into pixels (4 bytes each). */
export function writeHeat(
	weights: ArrayLike<number>,
	table: Uint8ClampedArray,
	pixels: Uint8ClampedArray,
): void {
	for (let i = 0; i < weights.length; i++) {
		const at = Math.min(255, Math.round(Math.max(0, weights[i]!) * 255)) * 4;
		for (let channel = 0; channel < 4; channel++) pixels[i * 4 + channel] = table[at + channel]!;
	}
}
