import { parseTolerantJson } from './parseTolerantJson.ts';

/** What a binary socket frame says. Pictures are copies: the frame may be dropped. */
export type BinaryFrame =
	/** Event 1: a preview without any id in it; it may belong to somebody else's run. */
	| { readonly type: 'preview'; readonly mediaType: string; readonly bytes: Uint8Array }
	/** Event 4: a preview that names its run; sent only to sockets that asked for it in their first message. */
	| {
			readonly type: 'previewWithMetadata';
			readonly mediaType: string;
			readonly bytes: Uint8Array;
			readonly promptId: string | undefined;
			readonly nodeId: string | undefined;
	  }
	/** Event 3: a line of text of a node. */
	| { readonly type: 'text'; readonly nodeId: string; readonly text: string };

/**
 * Reads a binary frame of ComfyUI's socket: a big-endian u32 event number, then what the table below says.
 * Total: unknown events, cut frames and lengths that lie give undefined; nothing throws.
 */
export function parseBinaryFrame(frame: ArrayBuffer | Uint8Array): BinaryFrame | undefined {
	const bytes = frame instanceof Uint8Array ? frame : new Uint8Array(frame);
	const event = readU32(bytes, 0);
	return event === undefined ? undefined : readers[event]?.(bytes);
}

const readers: Readonly<Record<number, (bytes: Uint8Array) => BinaryFrame | undefined>> = {
	1: (bytes) => {
		const format = readU32(bytes, 4);
		const picture = bytes.slice(8);
		if (format === undefined || picture.length === 0) return undefined;
		return { type: 'preview', mediaType: mediaTypeOf(picture, formats[format]), bytes: picture };
	},
	3: (bytes) => {
		const head = readSized(bytes, 4);
		return head && { type: 'text', nodeId: decode(head.part), text: decode(head.rest) };
	},
	4: (bytes) => {
		const head = readSized(bytes, 4);
		if (!head || head.rest.length === 0) return undefined;
		const parsed = parseTolerantJson(decode(head.part));
		const metadata = parsed.ok && isRecord(parsed.value) ? parsed.value : {};
		return {
			type: 'previewWithMetadata',
			mediaType: mediaTypeOf(head.rest, text(metadata.image_type)),
			bytes: head.rest.slice(),
			promptId: text(metadata.prompt_id),
			nodeId: text(metadata.node_id),
		};
	},
};

const formats: Readonly<Record<number, string>> = { 1: 'image/jpeg', 2: 'image/png' };

/** The picture's own signature, else what the frame claims if that is a picture we know. */
function mediaTypeOf(picture: Uint8Array, claimed: string | undefined): string {
	if (picture[0] === 0xff && picture[1] === 0xd8) return 'image/jpeg';
	if (picture[0] === 0x89 && picture[1] === 0x50) return 'image/png';
	return claimed === 'image/png' ? claimed : 'image/jpeg';
}

function readU32(bytes: Uint8Array, at: number): number | undefined {
	if (bytes.length < at + 4) return undefined;
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
}

/** A u32 length at `at`, that many bytes, and what follows. */
function readSized(
	bytes: Uint8Array,
	at: number,
): { readonly part: Uint8Array; readonly rest: Uint8Array } | undefined {
	const length = readU32(bytes, at);
	const start = at + 4;
	if (length === undefined || start + length > bytes.length) return undefined;
	return { part: bytes.subarray(start, start + length), rest: bytes.subarray(start + length) };
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const text = (value: unknown): string | undefined =>
	typeof value === 'string' ? value : undefined;
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
