import { strToU8 } from 'fflate';

/** What `pickle.dumps(bytes, protocol=2)` writes, as `torch.save` uses it: the bytes as text, to be encoded as latin-1. */
export function writePickledBytes(bytes: Uint8Array): Uint8Array {
	const text = toUtf8(bytes);
	const before = Uint8Array.of(0x80, 2, ...strToU8('c_codecs\nencode\n'), 0x71, 0);
	const put = (n: number) => [0x71, n];
	const after = Uint8Array.of(
		...put(1),
		...unicodeHead(6),
		...strToU8('latin1'),
		...put(2),
		0x86, // TUPLE2
		...put(3),
		0x52, // REDUCE
		...put(4),
		0x2e, // STOP
	);
	const head = unicodeHead(text.length);
	const out = new Uint8Array(before.length + head.length + text.length + after.length);
	out.set(before);
	out.set(head, before.length);
	out.set(text, before.length + head.length);
	out.set(after, out.length - after.length);
	return out;
}

const unicodeHead = (length: number): number[] => [
	0x58,
	length & 255,
	(length >> 8) & 255,
	(length >> 16) & 255,
	(length >> 24) & 255,
];

/** Bytes as the characters 0..255 in UTF-8. */
function toUtf8(bytes: Uint8Array): Uint8Array {
	const out = new Uint8Array(bytes.length * 2);
	let length = 0;
	for (const byte of bytes) {
		if (byte >= 0x80) out[length++] = 0xc0 | (byte >> 6);
		out[length++] = byte >= 0x80 ? 0x80 | (byte & 63) : byte;
	}
	return out.subarray(0, length);
}
