/** sqrt(ln 2): where exp(-d^2) is one half. */
const half = Math.sqrt(Math.LN2);

/**
 * How far round a track its weight is one half or more, frame pixels: 13.5 at 480p and temperature 220.
 * Source: weight exp(-temperature d^2) with d in half short edges.
 */
export const footprintRadius = (
	frame: { readonly width: number; readonly height: number },
	temperature: number,
): number => ((half / Math.sqrt(temperature)) * Math.min(frame.width, frame.height)) / 2;
