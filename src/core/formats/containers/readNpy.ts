import { fail, ok, type Result } from '../../result.ts';
import { type FormatError, formatLimits } from '../formatTypes.ts';

export interface NpyArray {
	readonly shape: readonly number[];
	/** C order: last axis fastest. True is 1, false 0. */
	readonly values: Float64Array;
}

export const isNpy = (bytes: Uint8Array): boolean =>
	[0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59].every((byte, i) => bytes[i] === byte);

/**
 * A NumPy array of numbers or truth values, versions 1 to 3, either byte order, C or Fortran order. What the header says of its
 * size is held against the bytes there are before anything is made. Source: numpy.lib.format.
 */
export function readNpy(bytes: Uint8Array): Result<NpyArray, FormatError> {
	if (!isNpy(bytes) || bytes.length < 12) return damaged(0);
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const isOne = bytes[6] === 1;
	const headerAt = isOne ? 10 : 12;
	const headerBytes = isOne ? view.getUint16(8, true) : view.getUint32(8, true);
	if (headerBytes > longestHeader || headerAt + headerBytes > bytes.length) return damaged(8);
	let header = '';
	for (const byte of bytes.subarray(headerAt, headerAt + headerBytes))
		header += String.fromCharCode(byte);
	const type = /'descr'\s*:\s*'([^']{1,20})'/.exec(header)?.[1];
	const order = /'fortran_order'\s*:\s*(True|False)/.exec(header)?.[1];
	const sides = /'shape'\s*:\s*\(([\d,\s]{0,200})\)/.exec(header)?.[1];
	if (type === undefined || order === undefined || sides === undefined) return damaged(headerAt);
	const read = readers[type.replace(/^[<>=|]/, '')];
	if (!read) return fail({ kind: 'unsupported', what: `numbers of type ${type}` });
	const shape = sides
		.split(',')
		.map((side) => side.trim())
		.filter((side) => side !== '')
		.map(Number);
	const count = shape.reduce((product, side) => product * side, 1);
	const { values: limit } = formatLimits;
	if (shape.length > 6) return fail({ kind: 'wrongShape', shape: shape.slice(0, 6) });
	if (!(count <= limit)) return fail({ kind: 'tooLarge', what: 'values', size: count, limit });
	const start = headerAt + headerBytes;
	if (start + count * read.bytes > bytes.length) return damaged(bytes.length);
	const isLittle = !type.startsWith('>');
	const values = new Float64Array(count);
	for (let i = 0; i < count; i++) values[i] = read.at(view, start + i * read.bytes, isLittle);
	return ok({ shape, values: order === 'True' ? toCOrder(values, shape) : values });
}

const longestHeader = 64 * 1024;

const readers: Readonly<
	Record<
		string,
		{ readonly bytes: number; at(view: DataView, at: number, isLittle: boolean): number }
	>
> = {
	f8: { bytes: 8, at: (view, at, little) => view.getFloat64(at, little) },
	f4: { bytes: 4, at: (view, at, little) => view.getFloat32(at, little) },
	f2: { bytes: 2, at: (view, at, little) => halfFloat(view.getUint16(at, little)) },
	i8: { bytes: 8, at: (view, at, little) => Number(view.getBigInt64(at, little)) },
	i4: { bytes: 4, at: (view, at, little) => view.getInt32(at, little) },
	i2: { bytes: 2, at: (view, at, little) => view.getInt16(at, little) },
	i1: { bytes: 1, at: (view, at) => view.getInt8(at) },
	u4: { bytes: 4, at: (view, at, little) => view.getUint32(at, little) },
	u2: { bytes: 2, at: (view, at, little) => view.getUint16(at, little) },
	u1: { bytes: 1, at: (view, at) => view.getUint8(at) },
	b1: { bytes: 1, at: (view, at) => (view.getUint8(at) === 0 ? 0 : 1) },
};

/** IEEE 754 binary16. */
function halfFloat(bits: number): number {
	const sign = bits & 0x8000 ? -1 : 1;
	const exponent = (bits >> 10) & 31;
	const fraction = bits & 1023;
	if (exponent === 0) return sign * fraction * 2 ** -24;
	if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
	return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

function toCOrder(values: Float64Array, shape: readonly number[]): Float64Array {
	const strides: number[] = [];
	let stride = 1;
	for (const side of shape) {
		strides.push(stride);
		stride *= side;
	}
	const out = new Float64Array(values.length);
	const index = shape.map(() => 0);
	for (let i = 0; i < out.length; i++) {
		out[i] = values[index.reduce((sum, n, axis) => sum + n * strides[axis]!, 0)]!;
		for (let axis = shape.length - 1; axis >= 0; axis--) {
			index[axis] = index[axis]! + 1;
			if (index[axis]! < shape[axis]!) break;
			index[axis] = 0;
		}
	}
	return out;
}

const damaged = (at: number): Result<never, FormatError> =>
	fail({ kind: 'damaged', what: 'npy', at });
