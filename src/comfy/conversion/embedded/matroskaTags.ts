/** Whether a file is WebM or MKV. */
export const isMatroska = (bytes: Uint8Array): boolean =>
	[0x1a, 0x45, 0xdf, 0xa3].every((byte, index) => bytes[index] === byte);

/**
 * Tags of a WebM or MKV file by lower-case name. Source: RFC 9559 (Segment > Tags > Tag > SimpleTag), RFC 8794 (EBML).
 * @param limit of bytes of one text. Clusters are skipped by their size; without one, or damaged, the walk ends.
 */
export function readMatroskaTags(bytes: Uint8Array, limit: number): ReadonlyMap<string, string> {
	const tags = new Map<string, string>();
	const whole = { start: 0, end: bytes.length };
	for (const segment of elements(bytes, whole, ids.segment))
		for (const list of elements(bytes, segment, ids.tags))
			for (const tag of elements(bytes, list, ids.tag))
				for (const simple of elements(bytes, tag, ids.simpleTag)) {
					const [name] = elements(bytes, simple, ids.name);
					const [value] = elements(bytes, simple, ids.text);
					if (!name || !value || value.end - value.start > limit) continue;
					const key = decode(bytes, name).toLowerCase();
					if (!tags.has(key)) tags.set(key, decode(bytes, value));
				}
	return tags;
}

const ids = {
	segment: 0x18538067,
	tags: 0x1254c367,
	tag: 0x7373,
	simpleTag: 0x67c8,
	name: 0x45a3,
	text: 0x4487,
} as const;

interface Span {
	readonly start: number;
	readonly end: number;
}

function* elements(bytes: Uint8Array, within: Span, id: number): Generator<Span> {
	for (let at = within.start; at < within.end; ) {
		const idLength = lengthOf(bytes[at]);
		const sizeAt = at + idLength;
		const sizeLength = lengthOf(bytes[sizeAt]);
		if (sizeAt + sizeLength > within.end) return;
		const start = sizeAt + sizeLength;
		const size = readSize(bytes, sizeAt, sizeLength);
		// Unknown: up to the end, which live streams do.
		const end = size === undefined ? within.end : start + size;
		if (end > within.end) return;
		if (readId(bytes, at, idLength) === id) yield { start, end };
		at = end;
	}
}

/** Bytes of a number, told by the leading zeros of its first byte. */
const lengthOf = (first: number | undefined): number => Math.clz32(first ?? 0) - 24 + 1;

function readId(bytes: Uint8Array, at: number, length: number): number {
	let id = 0;
	for (let index = 0; index < length; index++) id = id * 256 + (bytes[at + index] ?? 0);
	return id;
}

function readSize(bytes: Uint8Array, at: number, length: number): number | undefined {
	const first = (bytes[at] ?? 0) & ((1 << (8 - length)) - 1);
	let size = first;
	let allOnes = first === (1 << (8 - length)) - 1;
	for (let index = 1; index < length; index++) {
		const byte = bytes[at + index] ?? 0;
		size = size * 256 + byte;
		allOnes &&= byte === 255;
	}
	return allOnes ? undefined : size;
}

const decode = (bytes: Uint8Array, { start, end }: Span): string =>
	new TextDecoder().decode(bytes.subarray(start, end)).replace(/\0+$/, '');
