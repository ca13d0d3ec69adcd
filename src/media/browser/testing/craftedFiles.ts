import { zlibSync } from 'fflate';

/** Files made byte by byte, for what canvases do not write. */

/** A PNG from its header fields and raw scanlines (each with its filter byte). */
export function craftPng(
	width: number,
	height: number,
	bitDepth: number,
	colourType: number,
	lines: Uint8Array,
): Uint8Array {
	const header = new Uint8Array(13);
	const view = new DataView(header.buffer);
	view.setUint32(0, width);
	view.setUint32(4, height);
	header[8] = bitDepth;
	header[9] = colourType;
	return joinBytes([
		Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
		pngChunk('IHDR', header),
		pngChunk('IDAT', zlibSync(lines)),
		pngChunk('IEND', new Uint8Array(0)),
	]);
}

export function pngChunk(name: string, data: Uint8Array): Uint8Array {
	const body = joinBytes([letters(name), data]);
	const out = new Uint8Array(data.length + 12);
	const view = new DataView(out.buffer);
	view.setUint32(0, data.length);
	out.set(body, 4);
	view.setUint32(data.length + 8, crc32(body));
	return out;
}

/** The names of a PNG's chunks, in order. */
export function pngChunkNames(png: Uint8Array): string[] {
	const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
	const names: string[] = [];
	for (let at = 8; at < png.length; at += 12 + view.getUint32(at))
		names.push(String.fromCharCode(...png.subarray(at + 4, at + 8)));
	return names;
}

/** Puts an EXIF segment that says how the camera was held (1-8) into a JPEG. */
export function withOrientation(jpeg: Uint8Array, orientation: number): Uint8Array {
	const tiff = [
		...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
		...[0, 1],
		...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
		...[0, 0, 0, 0],
	];
	const body = [...letters('Exif\0\0'), ...tiff];
	const segment = [0xff, 0xe1, 0, body.length + 2, ...body];
	return joinBytes([jpeg.subarray(0, 2), Uint8Array.from(segment), jpeg.subarray(2)]);
}

/** An 8 x 8 JPEG of one CMYK colour, as Adobe's programs write it: four components, inverted. */
export function craftCmykJpeg(ink: readonly [number, number, number, number]): Uint8Array {
	let bits = '';
	// DC table: category k has the 4-bit code k. AC table: end of block is the one-bit code 0.
	for (const amount of ink) {
		const value = 255 - amount - 128;
		const category = value === 0 ? 0 : 32 - Math.clz32(Math.abs(value));
		const raw = value < 0 ? value + 2 ** category - 1 : value;
		bits += category.toString(2).padStart(4, '0');
		if (category > 0) bits += raw.toString(2).padStart(category, '0');
		bits += '0';
	}
	bits = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
	const data: number[] = [];
	for (let at = 0; at < bits.length; at += 8) {
		const byte = Number.parseInt(bits.slice(at, at + 8), 2);
		data.push(byte);
		if (byte === 0xff) data.push(0);
	}
	const segment = (mark: number, body: readonly number[]) => [
		0xff,
		mark,
		0,
		body.length + 2,
		...body,
	];
	return Uint8Array.from([
		...[0xff, 0xd8],
		...segment(0xee, [...letters('Adobe'), 0, 100, 0, 0, 0, 0, 0]),
		...segment(0xdb, [0, ...new Array<number>(64).fill(8)]),
		...segment(0xc0, [8, 0, 8, 0, 8, 4, ...[1, 2, 3, 4].flatMap((id) => [id, 0x11, 0])]),
		...segment(0xc4, [
			0x00,
			0,
			0,
			0,
			9,
			...new Array<number>(12).fill(0),
			0,
			1,
			2,
			3,
			4,
			5,
			6,
			7,
			8,
		]),
		...segment(0xc4, [0x10, 1, ...new Array<number>(15).fill(0), 0x00]),
		...segment(0xda, [4, ...[1, 2, 3, 4].flatMap((id) => [id, 0x00]), 0, 63, 0]),
		...data,
		...[0xff, 0xd9],
	]);
}

export const letters = (text: string): Uint8Array =>
	Uint8Array.from(text, (letter) => letter.charCodeAt(0));

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
	const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		out.set(part, at);
		at += part.length;
	}
	return out;
}

function crc32(bytes: Uint8Array): number {
	let crc = 0xffffffff;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
	}
	return (crc ^ 0xffffffff) >>> 0;
}
