import { ok, type Result } from '#core/result.ts';
import { decodePicture, encodePicture } from './pictures.ts';

/**
 * A picture that shows upright in every program: a JPEG with an EXIF block (orientation, place, camera) is written anew
 * without it; other files stay as they are.
 */
export async function uprightPicture(image: {
	readonly bytes: Uint8Array;
	readonly mediaType: string;
}): Promise<Result<{ readonly bytes: Uint8Array; readonly mediaType: string }, string>> {
	if (image.mediaType !== 'image/jpeg' || !hasExif(image.bytes)) return ok(image);
	const pixels = await decodePicture(image.bytes);
	if (!pixels.ok) return pixels;
	const bytes = await encodePicture(pixels.value, 'jpeg');
	return bytes.ok ? ok({ bytes: bytes.value, mediaType: 'image/jpeg' }) : bytes;
}

/** The block lies before the picture's data, within the first segments of at most 64 KB each. */
const hasExif = (bytes: Uint8Array): boolean =>
	Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 300_000)).includes(
		'Exif\0\0',
		0,
		'latin1',
	);
