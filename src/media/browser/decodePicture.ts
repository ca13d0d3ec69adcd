/**
 * Decodes a picture's first frame, upright: EXIF orientation is baked in.
 * @returns undefined when the browser cannot decode it. The caller closes the bitmap.
 */
export async function decodePicture(
	bytes: Uint8Array,
	mediaType: string,
): Promise<ImageBitmap | undefined> {
	try {
		return await createImageBitmap(new Blob([bytes.slice()], { type: mediaType }), {
			imageOrientation: 'from-image',
		});
	} catch {
		return undefined;
	}
}
