/** Whether a file is a WebP. */
export const isWebp = (bytes: Uint8Array): boolean =>
	latin1(bytes.subarray(0, 4)) === 'RIFF' && latin1(bytes.subarray(8, 12)) === 'WEBP';

/**
 * Texts that ComfyUI's SaveAnimatedWEBP puts into the EXIF of a WebP, by lower-case name: each is a text field of the
 * first directory that reads `name:text`. Sources: WebP container, "Metadata"; TIFF 6.0, section 2.
 * @param limit of bytes of one text. Damaged chunks end the walk.
 */
export function readWebpTexts(bytes: Uint8Array, limit: number): ReadonlyMap<string, string> {
	const texts = new Map<string, string>();
	for (const exif of exifChunks(bytes)) {
		for (const field of textFields(tiffOf(exif), limit)) {
			const [, name, text] = /^(\w+):(.*)$/s.exec(field) ?? [];
			if (name === undefined || text === undefined || texts.has(name.toLowerCase())) continue;
			texts.set(name.toLowerCase(), text);
		}
	}
	return texts;
}

function* exifChunks(bytes: Uint8Array): Generator<Uint8Array> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = 12; at + 8 <= bytes.length; ) {
		const size = view.getUint32(at + 4, true);
		const end = at + 8 + size;
		if (end > bytes.length) return;
		if (latin1(bytes.subarray(at, at + 4)) === 'EXIF') yield bytes.subarray(at + 8, end);
		// Chunks begin at even places.
		at = end + (size % 2);
	}
}

/** Some writers put the marker of JPEG in front. */
const tiffOf = (exif: Uint8Array): Uint8Array =>
	latin1(exif.subarray(0, 6)) === 'Exif\0\0' ? exif.subarray(6) : exif;

const ascii = 2;

function* textFields(tiff: Uint8Array, limit: number): Generator<string> {
	const order = latin1(tiff.subarray(0, 2));
	if ((order !== 'II' && order !== 'MM') || tiff.length < 8) return;
	const little = order === 'II';
	const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
	const directory = view.getUint32(4, little);
	if (directory + 2 > tiff.length) return;
	const count = view.getUint16(directory, little);
	for (let index = 0; index < count; index++) {
		const at = directory + 2 + 12 * index;
		if (at + 12 > tiff.length) return;
		const length = view.getUint32(at + 4, little);
		if (view.getUint16(at + 2, little) !== ascii || length > limit) continue;
		// Texts of up to four bytes stand in the entry itself: too short for any of ours.
		const start = view.getUint32(at + 8, little);
		if (length <= 4 || start + length > tiff.length) continue;
		yield new TextDecoder().decode(tiff.subarray(start, start + length)).replace(/\0+$/, '');
	}
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
