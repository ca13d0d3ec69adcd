import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayName } from './displayName.ts';
import { inspectPicture } from './inspectPicture.ts';
import { type PictureFormat, sniffFile } from './sniffFile.ts';
import { stripPng } from './stripPng.ts';

const formats = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const satisfies PictureFormat[];
const bytes = fc.uint8Array({ maxLength: 400 });
const letters = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test('names any bytes, and only says picture for the five that browsers share', () => {
	fc.assert(
		fc.property(bytes, (data) => {
			const kind = sniffFile(data);
			expect(kind.kind === 'empty').toBe(data.length === 0);
			if (kind.kind === 'picture') expect(formats).toContain(kind.format);
		}),
	);
});

test('knows a picture by its first bytes whatever follows', () => {
	const signatures: Record<PictureFormat, string> = {
		jpeg: '\xff\xd8\xff',
		png: '\x89PNG\r\n\x1a\n',
		gif: 'GIF89a',
		webp: 'RIFF\x10\0\0\0WEBP',
		avif: '\0\0\0\x18ftypavif\0\0\0\0avifmif1',
	};
	fc.assert(
		fc.property(fc.constantFrom(...formats), bytes, (format, rest) => {
			const file = Uint8Array.from([...letters(signatures[format]), ...rest]);
			expect(sniffFile(file)).toEqual({ kind: 'picture', format });
		}),
	);
});

test('a HEIC that lists AVIF as compatible is AVIF, one that does not is HEIC', () => {
	expect(sniffFile(letters('\0\0\0\x1cftypmif1\0\0\0\0mif1avif'))).toEqual({
		kind: 'picture',
		format: 'avif',
	});
	expect(sniffFile(letters('\0\0\0\x18ftypheix\0\0\0\0mif1heix'))).toEqual({
		kind: 'otherPicture',
		what: 'HEIC picture',
	});
});

test('reads any bytes as a header without failing, and finds them damaged or sized', () => {
	fc.assert(
		fc.property(fc.constantFrom(...formats), bytes, (format, data) => {
			const header = inspectPicture(data, format);
			if (header.size) {
				expect(header.size.width).toBeGreaterThanOrEqual(0);
				expect(header.size.height).toBeGreaterThanOrEqual(0);
			}
		}),
	);
});

test('a shown name is short, on one line, never a path and never empty', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: 'binary', maxLength: 400 }),
			fc.constantFrom(...formats),
			(name, format) => {
				const shown = displayName(name, format);
				expect(shown.length).toBeGreaterThan(0);
				expect([...shown].length).toBeLessThanOrEqual(120);
				expect(shown).not.toMatch(/[/\\\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
				expect(displayName(shown, format)).toBe(shown);
			},
		),
	);
});

test('a stripped PNG keeps header, palette, pixels and end, in order', () => {
	const chunk = (name: string, data: number[]) => [
		0,
		0,
		0,
		data.length,
		...letters(name),
		...data,
		1,
		2,
		3,
		4,
	];
	const head = [...letters('\x89PNG\r\n\x1a\n')];
	const kept = [
		chunk('IHDR', [1]),
		chunk('PLTE', [2, 2, 2]),
		chunk('IDAT', [9, 9]),
		chunk('IEND', []),
	];
	const [ihdr, plte, idat, iend] = kept as [number[], number[], number[], number[]];
	const file = [
		...head,
		...ihdr,
		...chunk('tEXt', [7, 7]),
		...plte,
		...chunk('eXIf', [1]),
		...idat,
		...iend,
	];
	expect([...stripPng(Uint8Array.from(file))]).toEqual([...head, ...kept.flat()]);
});
