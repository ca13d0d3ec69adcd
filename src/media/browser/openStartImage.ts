import { fail, ok, type Result } from '#core/result.ts';
import { limitImageBytes, limitMegapixels } from '../limits.ts';
import type { ImageError, StartImage } from '../media.ts';
import { displayName } from '../picture/displayName.ts';
import { inspectPicture } from '../picture/inspectPicture.ts';
import { mediaTypes, sniffFile } from '../picture/sniffFile.ts';
import { sha256Hex } from '../sha256.ts';
import { decodePicture } from './decodePicture.ts';

/**
 * Checks a file and takes it as a start image: its bytes are kept untouched, its size is that after EXIF orientation.
 * Size limits are checked on the header, before anything is decoded; then it is decoded once, to be sure it can be.
 * Of an animation the first frame counts.
 * @param name Kept for display only, cleaned and shortened.
 */
export async function openStartImage(
	blob: Blob,
	name: string,
): Promise<Result<StartImage, ImageError>> {
	if (blob.size > limitImageBytes)
		return fail({ kind: 'tooManyBytes', name: displayName(name, 'png'), bytes: blob.size });
	const read = await readBytes(blob);
	if (read === undefined)
		return fail({
			kind: 'damaged',
			name: displayName(name, 'png'),
			what: 'the file cannot be read',
		});
	const kind = sniffFile(read);
	if (kind.kind === 'empty') return fail({ kind: 'empty', name: displayName(name, 'png') });
	if (kind.kind !== 'picture')
		return fail({
			kind: kind.kind === 'other' ? 'notAPicture' : 'unsupportedPicture',
			name: displayName(name, 'png'),
			what: kind.what,
		});
	const shown = displayName(name, kind.format);
	const mediaType = mediaTypes[kind.format];
	const { size, damage } = inspectPicture(read, kind.format);
	if (size && size.width * size.height > limitMegapixels * 1e6)
		return fail({ kind: 'tooLarge', name: shown, ...size, limitMegapixels });
	if (damage !== undefined) return fail({ kind: 'damaged', name: shown, what: damage });
	const bitmap = await decodePicture(read, mediaType);
	if (bitmap === undefined)
		return fail({ kind: 'damaged', name: shown, what: 'its pixels cannot be read' });
	const { width, height } = bitmap;
	bitmap.close();
	if (width * height > limitMegapixels * 1e6)
		return fail({ kind: 'tooLarge', name: shown, width, height, limitMegapixels });
	return ok({ bytes: read, sha256: sha256Hex(read), name: shown, mediaType, width, height });
}

/** undefined: the file went away, or may not be read (a folder, a cloud file that is offline). */
async function readBytes(blob: Blob): Promise<Uint8Array | undefined> {
	try {
		return new Uint8Array(await blob.arrayBuffer());
	} catch {
		return undefined;
	}
}
