/** Output sizes that Wan 2.1 ATI is used at, all multiples of 16. */
export const framePresets = [
	{ width: 832, height: 480 },
	{ width: 480, height: 832 },
	{ width: 720, height: 480 },
	{ width: 624, height: 624 },
	{ width: 1280, height: 720 },
] as const;

/**
 * The 480p preset whose shape is nearest to a picture's, so that little of it is cropped away.
 * 1280 x 720 is left out: it takes several times as long and is chosen on purpose.
 * @param image Pixels, both 1 or more.
 */
export function presetForImage(image: { readonly width: number; readonly height: number }): {
	readonly width: number;
	readonly height: number;
} {
	const shape = Math.log(image.width / image.height);
	const candidates = framePresets.filter(({ height }) => height !== 720);
	return candidates.reduce((best, preset) =>
		distance(preset, shape) < distance(best, shape) ? preset : best,
	);
}

/**
 * A size of about the same area in a picture's shape, both sides multiples of 16 and 16 or more.
 * @param image Pixels, both 1 or more.
 */
export function sizeForImage(
	image: { readonly width: number; readonly height: number },
	area: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } {
	const side = Math.sqrt((area.width * area.height * image.width) / image.height);
	return { width: snapSide(side), height: snapSide((side * image.height) / image.width) };
}

/** The nearest side that the model takes: a multiple of 16, 16 or more. */
export const snapSide = (px: number): number => Math.max(16, Math.round(px / 16) * 16);

const distance = (size: { width: number; height: number }, shape: number) =>
	Math.abs(Math.log(size.width / size.height) - shape);
