import { strToU8, zlibSync } from 'fflate';
import { joinChunks } from '../joinChunks.ts';
import { crc32 } from './crc32.ts';

/** A PNG of one bit a pixel, all white. Source: PNG specification, third edition. */
export function whitePng(width: number, height: number): Uint8Array {
	const row = 1 + Math.ceil(width / 8);
	const rows = new Uint8Array(row * height).fill(255);
	for (let y = 0; y < height; y++) rows[y * row] = 0;
	const header = new Uint8Array(13);
	const view = new DataView(header.buffer);
	view.setUint32(0, width);
	view.setUint32(4, height);
	header[8] = 1;
	return joinChunks([
		Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
		pngChunk('IHDR', header),
		pngChunk('IDAT', zlibSync(rows)),
		pngChunk('IEND', new Uint8Array(0)),
	]);
}

function pngChunk(type: string, data: Uint8Array): Uint8Array {
	const out = new Uint8Array(12 + data.length);
	const view = new DataView(out.buffer);
	view.setUint32(0, data.length);
	out.set(strToU8(type), 4);
	out.set(data, 8);
	view.setUint32(8 + data.length, crc32(out.subarray(4, 8 + data.length)));
	return out;
}
