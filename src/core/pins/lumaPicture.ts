/** Brightness of the start image, the whole of it, usually smaller than it is. */
export interface LumaPicture {
	readonly width: number;
	readonly height: number;
	/** width x height values 0..255, row by row. */
	readonly data: Uint8Array;
}

/** Longest side that is enough to find corners and plain areas in. */
export const lumaSide = 832;

/** The size of the reduced picture. @param image Pixels, 1 or more. */
export function lumaSize(image: { readonly width: number; readonly height: number }): {
	readonly width: number;
	readonly height: number;
} {
	const scale = Math.min(1, lumaSide / Math.max(image.width, image.height));
	return {
		width: Math.max(1, Math.round(image.width * scale)),
		height: Math.max(1, Math.round(image.height * scale)),
	};
}

/**
 * Brightness from pixels (Rec. 601).
 * @param rgba width x height x 4 bytes.
 */
export function toLumaPicture(rgba: ArrayLike<number>, width: number, height: number): LumaPicture {
	const data = new Uint8Array(width * height);
	for (let i = 0, at = 0; i < data.length; i++, at += 4)
		data[i] = Math.round(0.299 * rgba[at]! + 0.587 * rgba[at + 1]! + 0.114 * rgba[at + 2]!);
	return { width, height, data };
}
