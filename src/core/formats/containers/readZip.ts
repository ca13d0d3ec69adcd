import { Inflate, strFromU8 } from 'fflate';
import { fail, ok, type Result } from '../../result.ts';
import { type FormatError, formatLimits } from '../formatTypes.ts';

export interface ZipEntry {
	readonly name: string;
	/** Its content, never more than the limit: what the file says of its size is not believed. */
	read(): Result<Uint8Array, FormatError>;
}

export const isZip = (bytes: Uint8Array): boolean =>
	bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/**
 * The entries of a zip file, by its central directory; stored and deflated ones, no zip64 and nothing encrypted.
 * Source: APPNOTE.TXT 6.3. Cost: O(entries); nothing is inflated before `read`.
 */
export function readZip(bytes: Uint8Array): Result<readonly ZipEntry[], FormatError> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = findEnd(bytes);
	if (end < 0) return damaged(0);
	const count = view.getUint16(end + 10, true);
	if (count > mostEntries)
		return fail({ kind: 'tooLarge', what: 'content', size: count, limit: mostEntries });
	const entries: ZipEntry[] = [];
	let at = view.getUint32(end + 16, true);
	for (let n = 0; n < count; n++) {
		if (at + 46 > bytes.length || view.getUint32(at, true) !== centralSignature) return damaged(at);
		const entry: Entry = {
			at: view.getUint32(at + 42, true),
			flags: view.getUint16(at + 8, true),
			method: view.getUint16(at + 10, true),
			packed: view.getUint32(at + 20, true),
			size: view.getUint32(at + 24, true),
		};
		const nameLength = view.getUint16(at + 28, true);
		const next =
			at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
		if (next > bytes.length) return damaged(at);
		const name = strFromU8(bytes.subarray(at + 46, at + 46 + nameLength), true);
		entries.push({ name, read: () => readEntry(bytes, view, entry) });
		at = next;
	}
	return ok(entries);
}

interface Entry {
	/** Of its local header. */
	readonly at: number;
	readonly flags: number;
	readonly method: number;
	readonly packed: number;
	readonly size: number;
}

const mostEntries = 1000;
const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
/** A comment of at most 65535 bytes may follow it. */
const endBytes = 22;

function findEnd(bytes: Uint8Array): number {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const first = Math.max(0, bytes.length - endBytes - 0xffff);
	for (let at = bytes.length - endBytes; at >= first; at--)
		if (view.getUint32(at, true) === endSignature) return at;
	return -1;
}

function readEntry(
	bytes: Uint8Array,
	view: DataView,
	{ at, flags, method, packed, size }: Entry,
): Result<Uint8Array, FormatError> {
	const { bytes: limit } = formatLimits;
	if (flags & 1) return fail({ kind: 'unsupported', what: 'encrypted zip' });
	if (packed === 0xffffffff || size === 0xffffffff)
		return fail({ kind: 'unsupported', what: 'zip64' });
	if (at + 30 > bytes.length || view.getUint32(at, true) !== localSignature) return damaged(at);
	if (size > limit) return tooLarge(size);
	const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
	if (start + packed > bytes.length) return damaged(at);
	const data = bytes.subarray(start, start + packed);
	if (method === 0) return ok(data);
	if (method === 8) return inflateWithin(data, size, at);
	return fail({ kind: 'unsupported', what: `zip method ${method}` });
}

/** Deflate grows at most 1032 times, so that one step can make no more than 17 MB. */
const stepBytes = 16 * 1024;

function inflateWithin(
	data: Uint8Array,
	size: number,
	at: number,
): Result<Uint8Array, FormatError> {
	const out = new Uint8Array(size);
	let length = 0;
	let isOver = false;
	const inflater = new Inflate((chunk) => {
		if (length + chunk.length > size) isOver = true;
		else out.set(chunk, length);
		length += chunk.length;
	});
	try {
		for (let from = 0; from < data.length && !isOver; from += stepBytes)
			inflater.push(data.subarray(from, from + stepBytes), from + stepBytes >= data.length);
	} catch {
		return damaged(at);
	}
	return isOver || length !== size ? damaged(at) : ok(out);
}

const tooLarge = (size: number): Result<never, FormatError> =>
	fail({ kind: 'tooLarge', what: 'content', size, limit: formatLimits.bytes });

const damaged = (at: number): Result<never, FormatError> =>
	fail({ kind: 'damaged', what: 'zip', at });
