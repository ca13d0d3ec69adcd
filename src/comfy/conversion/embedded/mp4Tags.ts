/** Whether a file is MP4 or MOV: its first box says what type of file it is. */
export const isMp4 = (bytes: Uint8Array): boolean => {
	const first = bytes.length >= 8 ? fourCc(bytes, 4) : '';
	return first === 'ftyp' || first === 'moov';
};

/**
 * Tags of an MP4 or MOV file by lower-case name: `mdta` keys, which ComfyUI's SaveVideo writes (`prompt`, `workflow`),
 * and the comment of iTunes style (`©cmt`). Source: QuickTime File Format, "Metadata"; ISO/IEC 14496-12, 8.11.
 * @param limit of bytes of one text. Damaged boxes end the walk.
 */
export function readMp4Tags(bytes: Uint8Array, limit: number): ReadonlyMap<string, string> {
	const tags = new Map<string, string>();
	const whole = { start: 0, end: bytes.length };
	for (const moov of boxes(bytes, whole, 'moov')) {
		for (const meta of metaBoxes(bytes, moov)) readMeta(bytes, meta, limit, tags);
	}
	return tags;
}

interface Span {
	readonly start: number;
	readonly end: number;
}

function* metaBoxes(bytes: Uint8Array, moov: Span): Generator<Span> {
	yield* boxes(bytes, moov, 'meta');
	for (const udta of boxes(bytes, moov, 'udta')) yield* boxes(bytes, udta, 'meta');
}

function readMeta(bytes: Uint8Array, meta: Span, limit: number, tags: Map<string, string>): void {
	// ISO puts a version in front of the boxes, QuickTime does not.
	const isBare = fourCc(bytes, meta.start + 4) === 'hdlr';
	const inner = { start: meta.start + (isBare ? 0 : 4), end: meta.end };
	const [keysBox] = boxes(bytes, inner, 'keys');
	const keys = keysBox ? readKeys(bytes, keysBox) : [];
	for (const ilst of boxes(bytes, inner, 'ilst')) {
		for (const item of allBoxes(bytes, ilst)) {
			const index = uint32(bytes, item.at + 4);
			const name = item.type === '\xa9cmt' ? 'comment' : keys[index - 1]?.toLowerCase();
			const [data] = boxes(bytes, item, 'data');
			if (name === undefined || !data || tags.has(name)) continue;
			const payload = bytes.subarray(data.start + 8, data.end);
			if (payload.length <= limit) tags.set(name, new TextDecoder().decode(payload));
		}
	}
}

function readKeys(bytes: Uint8Array, { start, end }: Span): readonly string[] {
	const keys: string[] = [];
	const count = uint32(bytes, start + 4);
	let at = start + 8;
	while (keys.length < count && at + 8 <= end) {
		const size = uint32(bytes, at);
		if (size < 8 || at + size > end) break;
		keys.push(new TextDecoder().decode(bytes.subarray(at + 8, at + size)));
		at += size;
	}
	return keys;
}

function* boxes(bytes: Uint8Array, within: Span, type: string): Generator<Span> {
	for (const box of allBoxes(bytes, within)) if (box.type === type) yield box;
}

interface Box extends Span {
	readonly type: string;
	/** Where its header starts. */
	readonly at: number;
}

function* allBoxes(bytes: Uint8Array, within: Span): Generator<Box> {
	for (let at = within.start; at + 8 <= within.end; ) {
		let size = uint32(bytes, at);
		let header = 8;
		if (size === 1) {
			size = uint32(bytes, at + 8) * 2 ** 32 + uint32(bytes, at + 12);
			header = 16;
		} else if (size === 0) size = within.end - at;
		if (size < header || at + size > within.end) return;
		yield { type: fourCc(bytes, at + 4), at, start: at + header, end: at + size };
		at += size;
	}
}

const uint32 = (bytes: Uint8Array, at: number): number =>
	at + 4 <= bytes.length ? new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0) : 0;

const fourCc = (bytes: Uint8Array, at: number): string =>
	String.fromCharCode(...bytes.subarray(at, at + 4));
