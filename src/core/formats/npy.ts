/**
 * A NumPy file, version 1.0, little-endian float32 ('<f4'), C order.
 * @param values As many as the shape says, last axis fastest.
 * Source: numpy.lib.format; the header's length makes the data begin at a multiple of 64.
 */
export function serializeNpy(
	values: Float32Array,
	shape: readonly number[],
): Uint8Array<ArrayBuffer> {
	const { bytes, start } = withHeader('<f4', values.length, 4, shape);
	const view = new DataView(bytes.buffer);
	for (let i = 0; i < values.length; i++) view.setFloat32(start + i * 4, values[i]!, true);
	return bytes;
}

/** The same of truth values ('|b1'). @param values 0 or 1 each. */
export function serializeNpyBooleans(
	values: Uint8Array,
	shape: readonly number[],
): Uint8Array<ArrayBuffer> {
	const { bytes, start } = withHeader('|b1', values.length, 1, shape);
	bytes.set(values, start);
	return bytes;
}

function withHeader(
	type: string,
	length: number,
	valueBytes: number,
	shape: readonly number[],
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly start: number } {
	const count = shape.reduce((product, side) => product * side, 1);
	if (length !== count) throw new RangeError(`${length} values do not fill ${shape.join(' x ')}`);
	const sides = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
	const dictionary = `{'descr': '${type}', 'fortran_order': False, 'shape': (${sides}), }`;
	const before = magic.length + 2;
	const padded = Math.ceil((before + dictionary.length + 1) / 64) * 64 - before;
	const header = `${dictionary.padEnd(padded - 1, ' ')}\n`;
	const start = before + padded;
	const bytes = new Uint8Array(start + length * valueBytes);
	bytes.set(magic);
	new DataView(bytes.buffer).setUint16(magic.length, padded, true);
	for (let i = 0; i < header.length; i++) bytes[before + i] = header.charCodeAt(i);
	return { bytes, start };
}

/** \x93NUMPY, 1.0 */
const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0] as const;
