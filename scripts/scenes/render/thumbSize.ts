/** The longer side of a thumb, px: twice what a card of the gallery shows. */
const longSide = 400;

/** Pixels of a scene's thumb. */
export function thumbSize({ width, height }: { readonly width: number; readonly height: number }) {
	const scale = longSide / Math.max(width, height);
	return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
