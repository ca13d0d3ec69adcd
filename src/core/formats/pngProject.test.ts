import fc from 'fast-check';
import { zlibSync } from 'fflate';
import { expect, test } from 'vitest';
import { fromBase64 } from './base64.ts';
import { pngProjectLimits, readPngProject, writePngProject } from './pngProject.ts';

/** One grey pixel. */
const png = fromBase64(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
)!;

const withProject = (text: string, into = png): Uint8Array => {
	const written = writePngProject(into, text);
	if (!written.ok) throw new Error(written.error.kind);
	return written.value;
};

test('the text comes out of the PNG as it went in, and the picture’s own chunks stay', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
			const bytes = withProject(text);
			expect(readPngProject(bytes)).toEqual({ ok: true, value: text });
			expect(bytes.subarray(0, png.length - 12)).toEqual(png.subarray(0, -12));
			expect(bytes.subarray(-12)).toEqual(png.subarray(-12));
		}),
		{ numRuns: 50 },
	);
});

/** CRC-32 bit by bit. */
function crcOf(bytes: Uint8Array): number {
	let crc = ~0;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
	}
	return ~crc >>> 0;
}

test('the chunk ends with the CRC-32 of its type and data', () => {
	const bytes = withProject('x');
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	const at = png.length - 12;
	const end = at + 8 + view.getUint32(at);
	expect(view.getUint32(end)).toBe(crcOf(bytes.subarray(at + 4, end)));
});

test('a PNG without one, or another file, holds none; the first of two counts', () => {
	expect(readPngProject(png)).toBeUndefined();
	expect(readPngProject(Uint8Array.of(0xff, 0xd8, 1, 2))).toBeUndefined();
	expect(readPngProject(withProject('second', withProject('first')))).toEqual({
		ok: true,
		value: 'first',
	});
});

test('nothing throws: any bytes, any change of one byte, any cut', () => {
	const whole = withProject(JSON.stringify({ format: 'wan-ati project' }));
	fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readPngProject(bytes)));
	fc.assert(
		fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
			const changed = Uint8Array.from(whole);
			changed[at] = value;
			const read = readPngProject(changed);
			if (read?.ok) expect(read.value).toBe(JSON.stringify({ format: 'wan-ati project' }));
			readPngProject(whole.subarray(0, at));
		}),
	);
});

test('a chunk that unpacks to more than a project can be is refused', () => {
	const bomb = zlibSync(new Uint8Array(pngProjectLimits.projectBytes + 1));
	const real = withProject('');
	// The same chunk with other data: built by hand, since writing refuses it.
	const at = png.length - 12;
	const head = real.subarray(at + 4, at + 8 + 'wan-ati project'.length + 5);
	const body = Uint8Array.from([...head, ...bomb]);
	const out = new Uint8Array(png.length + body.length + 8);
	const view = new DataView(out.buffer);
	out.set(png.subarray(0, at));
	view.setUint32(at, body.length - 4);
	out.set(body, at + 4);
	view.setUint32(at + 4 + body.length, crcOf(body));
	out.set(png.subarray(at), at + 8 + body.length);
	expect(readPngProject(out)).toMatchObject({ ok: false, error: { kind: 'tooLarge' } });
});
