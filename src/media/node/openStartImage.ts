import { fail, ok, type Result } from '#core/result.ts';
import { limitImageBytes, limitMegapixels } from '../limits.ts';
import type { ImageError, StartImage } from '../media.ts';
import { displayName } from '../picture/displayName.ts';
import { inspectPicture } from '../picture/inspectPicture.ts';
import { mediaTypes, sniffFile } from '../picture/sniffFile.ts';
import { sha256Hex } from '../sha256.ts';
import { loadCanvas } from './optionalPackages.ts';
import { decodePicture } from './pictures.ts';

/** What is missing on this computer, a plain sentence; else what is wrong with the file. */
export type OpenImageError =
	| ImageError
	| { readonly kind: 'missingPackage'; readonly text: string };

/**
 * Checks a file's bytes and takes them as a start image, as the app does: bytes untouched, size after EXIF orientation,
 * limits checked on the header before anything is decoded; of an animation the first frame counts.
 * @param name Kept for display only, cleaned and shortened.
 */
export async function openStartImage(
	bytes: Uint8Array,
	name: string,
): Promise<Result<StartImage, OpenImageError>> {
	const plain = displayName(name, 'png');
	if (bytes.length > limitImageBytes)
		return fail({ kind: 'tooManyBytes', name: plain, bytes: bytes.length });
	const kind = sniffFile(bytes);
	if (kind.kind === 'empty') return fail({ kind: 'empty', name: plain });
	if (kind.kind !== 'picture') {
		const refused = kind.kind === 'other' ? 'notAPicture' : 'unsupportedPicture';
		return fail({ kind: refused, name: plain, what: kind.what });
	}
	const shown = displayName(name, kind.format);
	const { size, damage } = inspectPicture(bytes, kind.format);
	if (size && size.width * size.height > limitMegapixels * 1e6)
		return fail({ kind: 'tooLarge', name: shown, ...size, limitMegapixels });
	if (damage !== undefined) return fail({ kind: 'damaged', name: shown, what: damage });
	const canvas = await loadCanvas();
	if (!canvas.ok) return fail({ kind: 'missingPackage', text: canvas.error });
	const decoded = await decodePicture(bytes);
	if (!decoded.ok) return fail({ kind: 'damaged', name: shown, what: 'its pixels cannot be read' });
	const { width, height } = decoded.value;
	if (width * height > limitMegapixels * 1e6)
		return fail({ kind: 'tooLarge', name: shown, width, height, limitMegapixels });
	const mediaType = mediaTypes[kind.format];
	return ok({ bytes, sha256: sha256Hex(bytes), name: shown, mediaType, width, height });
}
