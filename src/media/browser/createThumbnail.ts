import { decodePicture } from './decodePicture.ts';
import { resample } from './resample.ts';

/**
 * A small WebP (PNG where WebP is not written) of a whole picture, upright.
 * @param longSide Its longer side, px; a smaller picture keeps its size.
 * @throws {Error} When the bytes are no picture.
 */
export async function createThumbnail(
	image: { readonly bytes: Uint8Array; readonly mediaType: string },
	longSide: number,
): Promise<Blob> {
	const bitmap = await decodePicture(image.bytes, image.mediaType);
	if (bitmap === undefined)
		throw new Error(`${image.bytes.length} bytes of ${image.mediaType} do not decode`);
	const scale = Math.min(1, longSide / Math.max(bitmap.width, bitmap.height));
	const whole = { x: 0, y: 0, width: bitmap.width, height: bitmap.height };
	const side = (length: number) => Math.max(1, Math.round(length * scale));
	const canvas = resample(bitmap, whole, side(bitmap.width), side(bitmap.height));
	bitmap.close();
	return canvas.convertToBlob({ type: 'image/webp', quality: 0.85 });
}
