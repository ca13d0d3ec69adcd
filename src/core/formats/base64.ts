const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const codes = Uint8Array.from(alphabet, (c) => c.charCodeAt(0));
const values = new Int8Array(128).fill(-1);
for (const [value, code] of codes.entries()) values[code] = value;
const padding = 61;

/** Bytes as base64 (RFC 4648, section 4, padded, no line breaks). */
export function toBase64(bytes: Uint8Array): string {
	const parts: string[] = [];
	const chunkBytes = 3 * 8192; // apply() takes a limited number of arguments
	for (let start = 0; start < bytes.length; start += chunkBytes)
		parts.push(encodeChunk(bytes.subarray(start, start + chunkBytes)));
	return parts.join('');
}

function encodeChunk(bytes: Uint8Array): string {
	const out = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
	for (let i = 0, o = 0; i < bytes.length; i += 3, o += 4) {
		const left = bytes.length - i;
		const word =
			(bytes[i]! << 16) | ((left > 1 ? bytes[i + 1]! : 0) << 8) | (left > 2 ? bytes[i + 2]! : 0);
		out[o] = codes[word >> 18]!;
		out[o + 1] = codes[(word >> 12) & 63]!;
		out[o + 2] = left > 1 ? codes[(word >> 6) & 63]! : padding;
		out[o + 3] = left > 2 ? codes[word & 63]! : padding;
	}
	return String.fromCharCode.apply(null, out as unknown as number[]);
}

/** The bytes of padded base64 without spaces; undefined for anything else. */
export function fromBase64(text: string): Uint8Array | undefined {
	if (text.length % 4 !== 0) return undefined;
	const pads = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
	const bytes = new Uint8Array((text.length / 4) * 3 - pads);
	const digits = text.length - pads;
	let word = 0;
	let at = 0;
	for (let i = 0; i < digits; i++) {
		const code = text.charCodeAt(i);
		const value = code < 128 ? values[code]! : -1;
		if (value < 0) return undefined;
		word = (word << 6) | value;
		const place = i % 4;
		if (place > 0) bytes[at++] = (word >> (6 - 2 * place)) & 255;
	}
	return bytes;
}
