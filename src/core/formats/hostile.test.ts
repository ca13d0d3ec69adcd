import fc from 'fast-check';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { emptyDocument } from '../document/document.ts';
import { writePickledBytes } from './containers/writePickle.ts';
import { writeZip } from './containers/writeZip.ts';
import { formats } from './formats.ts';
import { type FormatId, formatLimits } from './formatTypes.ts';
import { samplesInFrame } from './placeForeign.ts';
import { readForeign } from './readForeign.ts';
import { sampleFiles } from './testing/sampleFiles.ts';

const clip = emptyDocument.frame;
const ascii = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

function errorOf(content: Uint8Array | string, format?: FormatId) {
	const result = readForeign({ content, ...(format ? { format } : {}) }, clip);
	return result.ok ? 'no error' : result.error;
}

const torch = (pickle: Uint8Array): Uint8Array => writeZip({ 'archive/data.pkl': pickle }, 0);
const concat = (...parts: readonly Uint8Array[]): Uint8Array =>
	Uint8Array.from(parts.flatMap((p) => [...p]));

test('a pickle that names anything but _codecs.encode is refused, and nothing is run', () => {
	for (const name of ['os\nsystem', 'builtins\neval', 'torch._utils\n_rebuild_tensor_v2'])
		expect(errorOf(torch(ascii(`\x80\x02c${name}\n(X\x02\0\0\0idtR.`)))).toEqual({
			kind: 'refusedPickle',
			what: name.replace('\n', '.'),
		});
	// The same by a stack: protocol 4.
	expect(errorOf(torch(ascii('\x80\x04\x8c\x05posix\x8c\x06system\x93)R.')))).toEqual({
		kind: 'refusedPickle',
		what: 'posix.system',
	});
});

test.each([
	['dictionaries', '\x80\x02}.', 'instruction 0x7d'],
	['lists', '\x80\x02].', 'instruction 0x5d'],
	['objects', '\x80\x02\x81.', 'instruction 0x81'],
	['build', '\x80\x02b.', 'instruction 0x62'],
	['persistent ids', '\x80\x02Q.', 'instruction 0x51'],
	['extensions', '\x80\x02\x82\x01.', 'instruction 0x82'],
])('a pickle with %s is refused', (_, pickle, what) => {
	expect(errorOf(torch(ascii(pickle)))).toEqual({ kind: 'refusedPickle', what });
});

test('a pickle that never ends, or that calls what is no call, is told', () => {
	expect(errorOf(torch(ascii(`\x80\x02${')'.repeat(1000)}`)))).toMatchObject({
		kind: 'refusedPickle',
	});
	expect(errorOf(torch(ascii('\x80\x02)R.')))).toMatchObject({ kind: 'damaged', what: 'pickle' });
	expect(errorOf(torch(ascii('\x80\x02X\xff\xff\xff\xff.')))).toMatchObject({ kind: 'damaged' });
	expect(
		errorOf(torch(ascii('\x80\x02c_codecs\nencode\nX\x01\0\0\0aX\x05\0\0\0utf-8\x86R.'))),
	).toEqual({
		kind: 'refusedPickle',
		what: 'another encoding',
	});
});

test('a zip bomb is refused before it is out, also one that lies about its size', () => {
	const zeros = new Uint8Array(66 * 1024 * 1024);
	const bomb = zipSync({ 'tracks.npy': [zeros, { level: 1 }] });
	expect(errorOf(bomb)).toMatchObject({ kind: 'tooLarge', what: 'content' });
	const liar = Uint8Array.from(bomb);
	const view = new DataView(liar.buffer);
	const central = liar.lastIndexOf(0x50, liar.length - 23);
	expect(view.getUint32(central, true)).toBe(0x02014b50);
	view.setUint32(central + 24, 1000, true);
	expect(errorOf(liar)).toMatchObject({ kind: 'damaged', what: 'zip' });
	view.setUint32(central + 24, 0xffffffff, true);
	expect(errorOf(liar)).toMatchObject({ kind: 'unsupported' });
});

test('a header of a gigabyte is held against the bytes there are', () => {
	const header = (shape: string, type = '<f4') =>
		ascii(`{'descr': '${type}', 'fortran_order': False, 'shape': (${shape}), }\n`);
	const npy = (body: Uint8Array) =>
		concat(ascii('\x93NUMPY\x01\x00'), Uint8Array.of(body.length & 255, body.length >> 8), body);
	expect(errorOf(npy(header('1, 81, 1000000000, 2')))).toMatchObject({
		kind: 'tooLarge',
		what: 'values',
	});
	expect(errorOf(npy(header('81, 1000, 2')))).toMatchObject({ kind: 'damaged', what: 'npy' });
	expect(errorOf(npy(header('1, 2, 2', '|O')))).toMatchObject({ kind: 'unsupported' });
	expect(errorOf(npy(header('3')))).toMatchObject({ kind: 'damaged' });
	expect(errorOf(concat(npy(header('2')), new Uint8Array(8)))).toMatchObject({
		kind: 'wrongShape',
		shape: [2],
	});
	const long = concat(ascii('\x93NUMPY\x02\x00'), Uint8Array.of(255, 255, 255, 127));
	expect(errorOf(long)).toMatchObject({ kind: 'damaged' });
});

test('deep and endless JSON is refused, whatever it says it is', () => {
	const deep = `${'['.repeat(3_000_000)}`;
	for (const { id } of formats) expect(errorOf(deep, id)).not.toBe('no error');
	expect(errorOf(`{"paths":${'[{"points":'.repeat(100_000)}`, 'fl-paths')).toMatchObject({
		kind: 'tooDeep',
	});
	expect(errorOf(`[{"x":1,"y":2},${deep}`)).toMatchObject({ kind: 'ati' });
	expect(errorOf(`<svg>${'<g>'.repeat(100_000)}`)).toMatchObject({ kind: 'tooDeep' });
});

test('more than anyone draws is refused', () => {
	const many = JSON.stringify({
		paths: Array(formatLimits.tracks + 1).fill({ points: [{ x: 1, y: 1 }] }),
	});
	expect(errorOf(many)).toMatchObject({ kind: 'tooLarge', what: 'tracks' });
	const long = JSON.stringify({
		paths: [{ points: Array(formatLimits.points + 1).fill({ x: 1, y: 1 }) }],
	});
	expect(errorOf(long)).toMatchObject({ kind: 'tooLarge', what: 'points' });
	expect(errorOf(new Uint8Array(formatLimits.bytes + 1).fill(49), 'csv')).toMatchObject({
		kind: 'tooLarge',
		what: 'file',
	});
	expect(errorOf('{"paths":[{"points":[{"x":1e7,"y":1}]}]}')).toEqual({
		kind: 'outOfRange',
		path: 'paths[0].points[0].x',
		value: 1e7,
	});
});

test('prototypes give nothing and get nothing', () => {
	const text = '{"paths":[{"points":[{"__proto__":{"x":1,"y":2}}],"__proto__":{"polluted":1}}]}';
	expect(errorOf(text)).toEqual({ kind: 'missing', path: 'paths[0].points[0].x' });
	expect(errorOf('{"__proto__":{"paths":[{"points":[{"x":1,"y":1}]}]}}')).not.toBe('no error');
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('a pickle of other bytes than tracks is told by its shape', () => {
	expect(errorOf(torch(writePickledBytes(writeZip({ 'other.npy': Uint8Array.of(1) }))))).toEqual({
		kind: 'missing',
		path: 'array',
	});
});

/** A file with some bytes changed, cut or doubled. */
const damage = fc.record({
	changes: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
	cut: fc.option(fc.nat(), { nil: undefined, freq: 4 }),
	doubled: fc.option(fc.tuple(fc.nat(), fc.nat(200)), { nil: undefined, freq: 4 }),
});

function damaged(
	bytes: Uint8Array,
	{
		changes,
		cut,
		doubled,
	}: {
		changes: [number, number][];
		cut?: number | undefined;
		doubled?: [number, number] | undefined;
	},
): Uint8Array {
	let out = Uint8Array.from(bytes);
	for (const [at, byte] of changes) out[at % out.length] = byte;
	if (doubled) {
		const [from, length] = [doubled[0] % out.length, doubled[1]];
		const end = Math.min(out.length, from + length);
		const longer = new Uint8Array(out.length + end - from);
		longer.set(out.subarray(0, end));
		longer.set(out.subarray(from), end);
		out = longer;
	}
	return cut === undefined ? out : out.slice(0, cut % out.length);
}

test.each(formats.map(({ id }) => id))('500 damaged files of %s give tracks or an error', (id) => {
	const whole = sampleFiles[id];
	const bytes = typeof whole === 'string' ? new TextEncoder().encode(whole) : whole;
	fc.assert(
		fc.property(damage, fc.boolean(), (how, isNamed) => {
			const content = damaged(bytes, how);
			const result = readForeign({ content, ...(isNamed ? { format: id } : {}) }, clip);
			if (!result.ok || result.value.kind !== 'tracks') return;
			for (const samples of samplesInFrame(result.value, { frame: clip, image: null }))
				expect(samples.every(Number.isFinite)).toBe(true);
		}),
		{ numRuns: 500 },
	);
});
