import { strFromU8, strToU8, Unzlib, zlibSync } from 'fflate';
import { fail, ok, type Result } from '../result.ts';
import { crc32 } from './containers/crc32.ts';
import { joinChunks } from './joinChunks.ts';

export const pngProjectLimits = {
	/** Bytes of the project's JSON, its picture as base64 inside: a picture of about 70 MB. */
	projectBytes: 96 * 1024 * 1024,
} as const;

export type PngProjectError =
	| { readonly kind: 'tooLarge'; readonly limit: number }
	/** The project inside was cut off or changed. */
	| { readonly kind: 'damaged' };

const keyword = 'wan-ati project';
const signature = [137, 80, 78, 71, 13, 10, 26, 10];
/** Keyword, 0, compression flag and method, empty language and translated keyword, each ended by 0. */
const head = keyword.length + 5;

/**
 * A PNG with a project inside: one compressed iTXt chunk before IEND. Every viewer shows the picture as before.
 * @param png A whole PNG.
 * @param project Text of a `.wanati.json`.
 * Source: PNG, third edition, sections 5.3 (chunks) and 11.3.3.4 (iTXt).
 * @throws {Error} when `png` is no PNG.
 */
export function writePngProject(
	png: Uint8Array,
	project: string,
): Result<Uint8Array, PngProjectError> {
	const end = [...chunksOf(png)].find(({ type }) => type === 'IEND');
	if (!end) throw new Error(`${png.length} bytes without the end of a PNG`);
	const text = strToU8(project);
	const limit = pngProjectLimits.projectBytes;
	if (text.length > limit) return fail({ kind: 'tooLarge', limit });
	const body = joinChunks([
		strToU8(`iTXt${keyword}\0`),
		Uint8Array.of(1, 0, 0, 0),
		zlibSync(text, { level: 6 }),
	]);
	return ok(
		joinChunks([
			png.subarray(0, end.at),
			bigEndian(body.length - 4),
			body,
			bigEndian(crc32(body)),
			png.subarray(end.at),
		]),
	);
}

/**
 * The text of the project inside a PNG; undefined when it is no PNG or holds none. Total: the chunk's checksum is compared,
 * and what is unpacked is counted while it comes out.
 */
export function readPngProject(bytes: Uint8Array): Result<string, PngProjectError> | undefined {
	for (const { at, type, length } of chunksOf(bytes)) {
		if (type !== 'iTXt' || length < head) continue;
		const body = bytes.subarray(at + 4, at + 8 + length);
		if (latin1(body.subarray(4, 4 + keyword.length + 1)) !== `${keyword}\0`) continue;
		if (read32(bytes, at + 8 + length) !== crc32(body)) return fail({ kind: 'damaged' });
		const isPacked = body[4 + keyword.length + 1] === 1;
		return unpacked(body.subarray(4 + head), isPacked);
	}
	return undefined;
}

function unpacked(data: Uint8Array, isPacked: boolean): Result<string, PngProjectError> {
	const limit = pngProjectLimits.projectBytes;
	const parts: Uint8Array[] = [];
	let size = 0;
	let isWhole = !isPacked;
	try {
		if (isPacked) {
			const unzlib = new Unzlib((part, isLast) => {
				parts.push(part);
				size += part.length;
				isWhole = isLast;
			});
			for (let at = 0; at < data.length; at += stepBytes) {
				unzlib.push(data.subarray(at, at + stepBytes), at + stepBytes >= data.length);
				if (size > limit) return fail({ kind: 'tooLarge', limit });
			}
		} else {
			if (data.length > limit) return fail({ kind: 'tooLarge', limit });
			parts.push(data);
		}
		return isWhole ? ok(strFromU8(joinChunks(parts))) : fail({ kind: 'damaged' });
	} catch {
		// fflate throws at what is no zlib data.
		return fail({ kind: 'damaged' });
	}
}

/** Deflate makes at most 1032 bytes of one, so this many never fill the memory before they are counted. */
const stepBytes = 16 * 1024;

interface Chunk {
	/** Where its length stands. */
	readonly at: number;
	readonly type: string;
	/** Bytes of its data. */
	readonly length: number;
}

/** The chunks of a PNG as far as they are whole; none for another file. */
function* chunksOf(bytes: Uint8Array): Generator<Chunk, void, void> {
	if (signature.some((byte, index) => bytes[index] !== byte)) return;
	for (let at = 8; at + 12 <= bytes.length; ) {
		const length = read32(bytes, at);
		if (at + 12 + length > bytes.length) return;
		yield { at, type: latin1(bytes.subarray(at + 4, at + 8)), length };
		at += 12 + length;
	}
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

const read32 = (bytes: Uint8Array, at: number): number =>
	((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0;

const bigEndian = (value: number): Uint8Array =>
	Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
