import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBinaryFrame } from './parseBinaryFrame.ts';

const u32 = (value: number): number[] => [
	(value >>> 24) & 255,
	(value >>> 16) & 255,
	(value >>> 8) & 255,
	value & 255,
];
const jpeg = [0xff, 0xd8, 0xff, 0xe0];
const png = [0x89, 0x50, 0x4e, 0x47];
const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const frame = (...parts: number[][]): Uint8Array => Uint8Array.from(parts.flat());

test('event 1 is a preview whose kind its own signature tells', () => {
	expect(parseBinaryFrame(frame(u32(1), u32(1), jpeg))).toEqual({
		type: 'preview',
		mediaType: 'image/jpeg',
		bytes: Uint8Array.from(jpeg),
	});
	expect(parseBinaryFrame(frame(u32(1), u32(1), png))?.type).toBe('preview');
	expect(parseBinaryFrame(frame(u32(1), u32(2), png))).toMatchObject({ mediaType: 'image/png' });
});

test('event 4 names its run', () => {
	const metadata = utf8('{"prompt_id":"p","node_id":"3","image_type":"image/jpeg","max":NaN}');
	expect(parseBinaryFrame(frame(u32(4), u32(metadata.length), metadata, jpeg))).toMatchObject({
		type: 'previewWithMetadata',
		promptId: 'p',
		nodeId: '3',
		bytes: Uint8Array.from(jpeg),
	});
});

test('event 3 is a line of text', () => {
	expect(parseBinaryFrame(frame(u32(3), u32(2), utf8('48'), utf8('héllo')))).toEqual({
		type: 'text',
		nodeId: '48',
		text: 'héllo',
	});
});

test('unknown events, cut frames and lengths that lie are nothing', () => {
	for (const bytes of [
		[],
		[0, 0, 0],
		u32(2),
		[...u32(1), ...u32(1)],
		[...u32(99), ...jpeg],
		[...u32(4), ...u32(0xffffffff), ...jpeg],
		[...u32(4), ...u32(4), ...utf8('{}')],
		[...u32(3), ...u32(9), 1],
	])
		expect(parseBinaryFrame(Uint8Array.from(bytes))).toBeUndefined();
});

test('no bytes make it throw', () => {
	const anyFrame = fc
		.tuple(fc.constantFrom(0, 1, 2, 3, 4, 5, 0xffffffff), fc.uint8Array())
		.map(([event, rest]) => frame(u32(event), [...rest]));
	fc.assert(
		fc.property(fc.oneof(fc.uint8Array(), anyFrame), (bytes) => void parseBinaryFrame(bytes)),
	);
});

test('a view into a larger buffer is read from where it begins', () => {
	const whole = frame([9, 9, 9], u32(1), u32(1), jpeg);
	expect(parseBinaryFrame(whole.subarray(3))).toMatchObject({ bytes: Uint8Array.from(jpeg) });
});
