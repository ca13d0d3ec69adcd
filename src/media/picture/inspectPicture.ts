import { inspectAvif } from './inspectAvif.ts';
import { inspectJpeg } from './inspectJpeg.ts';
import { endsTooSoon, type PictureHeader } from './pictureHeader.ts';
import { at16, at24, at32, name4 } from './readBytes.ts';
import type { PictureFormat } from './sniffFile.ts';

/** Reads size and wholeness of a picture's first frame. Cost: jumps from part to part, except in JPEG data. */
export function inspectPicture(bytes: Uint8Array, format: PictureFormat): PictureHeader {
	switch (format) {
		case 'jpeg':
			return inspectJpeg(bytes);
		case 'png':
			return inspectPng(bytes);
		case 'gif':
			return inspectGif(bytes);
		case 'webp':
			return inspectWebp(bytes);
		case 'avif':
			return inspectAvif(bytes);
	}
}

function inspectPng(bytes: Uint8Array): PictureHeader {
	if (bytes.length < 33) return { damage: endsTooSoon };
	if (name4(bytes, 12) !== 'IHDR') return { damage: 'the header is missing' };
	const size = { width: at32(bytes, 16), height: at32(bytes, 20) };
	let at = 8;
	let pixels = false;
	while (at + 12 <= bytes.length) {
		const kind = name4(bytes, at + 4);
		const end = at + 12 + at32(bytes, at);
		if (end > bytes.length) return { size, damage: endsTooSoon };
		if (kind === 'IDAT') pixels = true;
		if (kind === 'IEND') return pixels ? { size } : { size, damage: 'it holds no pixels' };
		at = end;
	}
	return { size, damage: endsTooSoon };
}

function inspectGif(bytes: Uint8Array): PictureHeader {
	if (bytes.length < 14) return { damage: endsTooSoon };
	const size = { width: at16(bytes, 6, true), height: at16(bytes, 8, true) };
	const flags = bytes[10]!;
	let at = 13 + (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
	const skipBlocks = () => {
		while (at < bytes.length && bytes[at] !== 0) at += bytes[at]! + 1;
		at++;
	};
	while (at < bytes.length) {
		const mark = bytes[at];
		if (mark === 0x21) {
			at += 2;
			skipBlocks();
		} else if (mark === 0x2c) {
			const local = bytes[at + 9] ?? 0;
			at += 10 + (local & 0x80 ? 3 << ((local & 7) + 1) : 0) + 1;
			skipBlocks();
			return at > bytes.length ? { size, damage: endsTooSoon } : { size };
		} else return { size, damage: 'it holds no pixels' };
	}
	return { size, damage: endsTooSoon };
}

function inspectWebp(bytes: Uint8Array): PictureHeader {
	if (bytes.length < 30) return { damage: endsTooSoon };
	const kind = name4(bytes, 12);
	const size =
		kind === 'VP8X'
			? { width: at24(bytes, 24) + 1, height: at24(bytes, 27) + 1 }
			: kind === 'VP8L'
				? {
						width: (at16(bytes, 21, true) & 0x3fff) + 1,
						height: ((at32(bytes, 21, true) >>> 14) & 0x3fff) + 1,
					}
				: { width: at16(bytes, 26, true) & 0x3fff, height: at16(bytes, 28, true) & 0x3fff };
	return at32(bytes, 4, true) + 8 > bytes.length ? { size, damage: endsTooSoon } : { size };
}
