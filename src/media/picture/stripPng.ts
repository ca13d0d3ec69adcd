import { at32, name4 } from './readBytes.ts';

/** A PNG with nothing but its pixels: text, time, colour profile and EXIF chunks are left out. */
export function stripPng(bytes: Uint8Array): Uint8Array {
	const out = new Uint8Array(bytes.length);
	out.set(bytes.subarray(0, 8));
	let length = 8;
	for (let at = 8; at + 12 <= bytes.length; ) {
		const end = at + 12 + at32(bytes, at);
		if (kept.has(name4(bytes, at + 4))) {
			out.set(bytes.subarray(at, end), length);
			length += end - at;
		}
		at = end;
	}
	return out.slice(0, length);
}

const kept = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
