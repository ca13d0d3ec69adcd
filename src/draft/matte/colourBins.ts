import type { OpponentWindow } from './opponentWindow.ts';

const bins = 12;

/** Colours are told apart this finely: `bins` steps along each plane. */
export const binCount = bins ** 3;

/** Each cell's colour as a number below `binCount`. */
export function colourBins(window: OpponentWindow): Uint16Array {
	const out = new Uint16Array(window.columns * window.rows);
	const [light, redGreen, yellowBlue] = window.planes;
	// Light spans 0..255, the others -127..127, most of it near 0.
	const step = (value: number, low: number, high: number) =>
		Math.max(0, Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins)));
	for (let at = 0; at < out.length; at++)
		out[at] =
			(step(light[at]!, 0, 255) * bins + step(redGreen[at]!, -64, 96)) * bins +
			step(yellowBlue[at]!, -96, 96);
	return out;
}
