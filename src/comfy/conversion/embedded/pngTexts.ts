import { inflate } from './inflate.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export const isPng = (bytes: Uint8Array): boolean =>
	signature.every((byte, index) => bytes[index] === byte);

/**
 * Texts of a PNG by lower-case keyword, from its tEXt, zTXt and iTXt chunks, and from the comf chunks in which ComfyUI's
 * SaveAnimatedPNG keeps them; the first of a keyword counts.
 * Source: PNG specification, third edition, 11.3.3. @param limit of bytes of one text.
 */
export async function readPngTexts(
	bytes: Uint8Array,
	limit: number,
): Promise<ReadonlyMap<string, string>> {
	const texts = new Map<string, string>();
	for (const { type, data } of chunks(bytes)) {
		const read = readers.get(type);
		if (!read) continue;
		const end = data.indexOf(0);
		if (end === -1) continue;
		const keyword = latin1(data.subarray(0, end)).toLowerCase();
		if (!wanted.has(keyword) || texts.has(keyword)) continue;
		const text = await read(data.subarray(end + 1), limit);
		if (text !== undefined) texts.set(keyword, text);
	}
	return texts;
}

const wanted: ReadonlySet<string> = new Set(['workflow', 'prompt', 'comment']);

function* chunks(
	bytes: Uint8Array,
): Generator<{ readonly type: string; readonly data: Uint8Array }> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = signature.length; at + 12 <= bytes.length; ) {
		const length = view.getUint32(at);
		const start = at + 8;
		if (start + length > bytes.length) return;
		const type = latin1(bytes.subarray(at + 4, start));
		yield { type, data: bytes.subarray(start, start + length) };
		if (type === 'IEND') return;
		at = start + length + 4;
	}
}

type Reader = (rest: Uint8Array, limit: number) => Promise<string | undefined>;

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
	['tEXt', async (rest) => text(rest)],
	['comf', async (rest) => text(rest)],
	[
		'zTXt',
		async (rest, limit) => {
			const inflated = rest[0] === 0 ? await inflate(rest.subarray(1), limit) : undefined;
			return inflated && text(inflated);
		},
	],
	[
		'iTXt',
		async (rest, limit) => {
			const [compressed, method] = rest;
			const language = rest.indexOf(0, 2);
			const translated = language === -1 ? -1 : rest.indexOf(0, language + 1);
			if (translated === -1) return undefined;
			const content = rest.subarray(translated + 1);
			if (compressed !== 1) return utf8(content);
			const inflated = method === 0 ? await inflate(content, limit) : undefined;
			return inflated && utf8(inflated);
		},
	],
]);

/** Latin-1 by the standard; some writers put UTF-8 there, which JSON then is. */
function text(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return latin1(bytes);
	}
}

const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
