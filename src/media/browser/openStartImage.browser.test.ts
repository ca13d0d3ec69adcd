import { describe, expect, test } from 'vitest';
import type { ImageError, StartImage } from '../media.ts';
import { openStartImage } from './openStartImage.ts';
import { renderStartFrame } from './renderStartFrame.ts';
import {
	craftCmykJpeg,
	craftPng,
	joinBytes,
	letters,
	withOrientation,
} from './testing/craftedFiles.ts';
import { colourAt, paintPicture, paintQuarters } from './testing/paintedPictures.ts';
import { animatedGif, animatedWebp, avif, fromBase64 } from './testing/smallPictures.ts';

const types = ['image/jpeg', 'image/png', 'image/webp'] as const;

test('accepts JPEG, PNG, WebP, AVIF and GIF, and keeps their bytes', async () => {
	const files = await Promise.all(types.map((type) => paintPicture(40, 24, type, paintQuarters)));
	files.push(fromBase64(avif), fromBase64(animatedGif));
	const mediaTypes = [...types, 'image/avif', 'image/gif'];
	for (const [i, bytes] of files.entries()) {
		const image = await opened(bytes, 'a.bin');
		expect(image.mediaType).toBe(mediaTypes[i]);
		expect(image.bytes).toEqual(bytes);
		expect([image.width, image.height]).toEqual(i < 3 ? [40, 24] : [24, 16]);
		expect(image.sha256).toBe(await subtleSha256(bytes));
	}
});

describe('scenario 48', () => {
	for (const type of types)
		test(`scenario 48: a truncated ${type} is damaged, wherever it ends`, async () => {
			const whole = await paintPicture(200, 120, type, paintQuarters);
			for (const share of [0.05, 0.3, 0.6, 0.9, 0.995]) {
				const cut = whole.slice(0, Math.max(12, Math.floor(whole.length * share)));
				expect(await refused(cut, 'photo.jpg')).toMatchObject({
					kind: 'damaged',
					name: 'photo.jpg',
				});
			}
		});

	test('scenario 48: a truncated AVIF or GIF is damaged', async () => {
		for (const text of [avif, animatedGif]) {
			const whole = fromBase64(text);
			for (const length of [64, Math.floor(whole.length * 0.3)])
				expect(await refused(whole.slice(0, length), 'a')).toMatchObject({ kind: 'damaged' });
		}
	});

	test('scenario 48: a PNG with flipped bits in its pixels is damaged', async () => {
		const bytes = await paintPicture(200, 120, 'image/png', paintQuarters);
		for (let at = 60; at < bytes.length - 30; at += 7) bytes[at] = bytes[at]! ^ 0x55;
		expect(await refused(bytes, 'a.png')).toMatchObject({ kind: 'damaged' });
	});

	test('scenario 48: a JPEG that is a header and noise is damaged or opens, and nothing throws', async () => {
		const bytes = await paintPicture(64, 64, 'image/jpeg', paintQuarters);
		for (let at = 24; at < bytes.length - 2; at++) bytes[at] = (at * 37) % 251;
		const result = await openStartImage(new Blob([bytes.slice()]), 'a.jpg');
		if (!result.ok) expect(result.error.kind).toBe('damaged');
	});
});

describe('scenario 49', () => {
	test('scenario 49: a 16384 x 16384 picture is refused by its header, before it is decoded', async () => {
		const png = craftPng(16_384, 16_384, 8, 6, new Uint8Array(100));
		expect(await refused(png, 'huge.png')).toEqual({
			kind: 'tooLarge',
			name: 'huge.png',
			width: 16_384,
			height: 16_384,
			limitMegapixels: 64,
		});
	});

	test('scenario 49: 63 megapixels open and are cropped', async () => {
		const [width, height] = [9000, 7000];
		const line = Math.ceil(width / 8) + 1;
		const lines = new Uint8Array(line * height);
		// 1 bit a pixel: white below the middle.
		for (let y = height / 2; y < height; y++) lines.fill(255, y * line + 1, (y + 1) * line);
		const image = await opened(craftPng(width, height, 1, 0, lines), 'big.png');
		expect([image.width, image.height]).toEqual([width, height]);
		const frame = await renderStartFrame(image, { x: 0, y: 0, width, height }, 90, 70);
		expect([colourAt(frame, 45, 10), colourAt(frame, 45, 60)]).toEqual(['K', 'W']);
	});

	test('scenario 49: a file of more bytes than we keep is refused unread', async () => {
		const blob = { size: 500_000_000, arrayBuffer: () => Promise.reject(new Error('read')) };
		const result = await openStartImage(blob as unknown as Blob, 'a.png');
		expect(result).toEqual({
			ok: false,
			error: { kind: 'tooManyBytes', name: 'a.png', bytes: 500_000_000 },
		});
	});
});

test('scenario 50: 1 x 1 and odd sizes open and fill a frame', async () => {
	for (const [width, height] of [
		[1, 1],
		[1, 37],
		[33, 17],
		[831, 479],
	] as const) {
		const bytes = await paintPicture(width, height, 'image/png', (context) => {
			context.fillStyle = '#0f0';
			context.fillRect(0, 0, width, height);
		});
		const image = await opened(bytes, 'odd.png');
		expect([image.width, image.height]).toEqual([width, height]);
		const frame = await renderStartFrame(image, { x: 0, y: 0, width, height }, 48, 32);
		for (const [x, y] of [
			[0, 0],
			[47, 31],
			[24, 16],
		] as const)
			expect(colourAt(frame, x, y)).toBe('G');
	}
});

/** Where the four quarters of the stored picture show, read by rows, for each EXIF orientation. */
const shown = ['RGBW', 'GRWB', 'WBGR', 'BWRG', 'RBGW', 'BRWG', 'WGBR', 'GWRB'];

for (const [i, quarters] of shown.entries())
	test(`scenario 51: EXIF orientation ${i + 1} is baked in`, async () => {
		const stored = await paintPicture(64, 32, 'image/jpeg', paintQuarters);
		const image = await opened(withOrientation(stored, i + 1), 'phone.jpg');
		const upright = i >= 4 ? [32, 64] : [64, 32];
		expect([image.width, image.height]).toEqual(upright);
		const [width, height] = upright as [number, number];
		const frame = await renderStartFrame(image, { x: 0, y: 0, width, height }, width, height);
		const places = [0.25, 0.75].flatMap((y) => [0.25, 0.75].map((x) => [x * width, y * height]));
		expect(places.map(([x, y]) => colourAt(frame, x!, y!)).join('')).toBe(quarters);
	});

describe('scenario 52', () => {
	test('scenario 52: what is transparent becomes black, and the frame is opaque', async () => {
		const bytes = await paintPicture(40, 20, 'image/png', (context) => {
			context.fillStyle = '#fff';
			context.fillRect(20, 0, 20, 20);
		});
		const frame = await wholeFrame(bytes, 40, 20);
		expect([colourAt(frame, 10, 10), colourAt(frame, 30, 10)]).toEqual(['K', 'W']);
		expect(frame.rgba.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
	});

	test('scenario 52: a 16-bit PNG opens with its colours', async () => {
		const line = [0, ...[0xff, 0xff, 0x12, 0x34, 0, 1], ...[0, 0, 0xff, 0xff, 0, 0]];
		const bytes = craftPng(2, 1, 16, 2, Uint8Array.from(line));
		const frame = await wholeFrame(bytes, 2, 1);
		expect([...frame.rgba.subarray(0, 8)]).toEqual([255, 18, 0, 255, 0, 255, 0, 255]);
	});

	test('scenario 52: a CMYK JPEG opens', async () => {
		const frame = await wholeFrame(craftCmykJpeg([0, 255, 255, 0]), 8, 8);
		const [red, green, blue] = frame.rgba;
		expect(red).toBeGreaterThan(180);
		expect(Math.max(green!, blue!)).toBeLessThan(80);
	});

	test('scenario 52: a wide gamut picture opens as sRGB', async () => {
		const bytes = await paintPicture(
			16,
			16,
			'image/png',
			(context) => {
				context.fillStyle = 'color(display-p3 0 1 0)';
				context.fillRect(0, 0, 16, 16);
			},
			{ colorSpace: 'display-p3' },
		);
		expect(colourAt(await wholeFrame(bytes, 16, 16), 8, 8)).toBe('G');
	});

	test('scenario 52: of an animated WebP or GIF the first frame counts', async () => {
		for (const text of [animatedGif, animatedWebp])
			expect(colourAt(await wholeFrame(fromBase64(text), 24, 16), 12, 8)).toBe('R');
	});
});

test('scenario 53: a renamed file is named for what it is', async () => {
	const heic = joinBytes([Uint8Array.of(0, 0, 0, 24), letters('ftypheic\0\0\0\0mif1heic')]);
	const files: [Uint8Array, ImageError['kind'], string][] = [
		[heic, 'unsupportedPicture', 'HEIC picture'],
		[letters('%PDF-1.7\n'), 'notAPicture', 'PDF'],
		[letters('II*\0\x08\0\0\0'), 'unsupportedPicture', 'TIFF picture'],
		[letters('<?xml version="1.0"?>\n<svg xmlns="x"/>'), 'unsupportedPicture', 'SVG picture'],
		[letters('<!DOCTYPE html><html>'), 'notAPicture', 'HTML page'],
		[letters('{"a": 1}'), 'notAPicture', 'JSON text'],
		[letters('hello'), 'notAPicture', 'text'],
		[letters('BM\x36\0\0\0'), 'unsupportedPicture', 'BMP picture'],
		[
			joinBytes([Uint8Array.of(0, 0, 0, 24), letters('ftypisom\0\0\x02\0isommp42')]),
			'notAPicture',
			'video',
		],
		[Uint8Array.of(1, 2, 3, 4), 'notAPicture', 'unknown data'],
	];
	for (const [bytes, kind, what] of files)
		expect(await refused(bytes, 'photo.png')).toEqual({ kind, name: 'photo.png', what });
	expect(await refused(new Uint8Array(0), 'photo.png')).toEqual({
		kind: 'empty',
		name: 'photo.png',
	});
	expect((await opened(fromBase64(avif), 'photo.png')).mediaType).toBe('image/avif');
});

test('scenario 54: any name opens, and is shown without harm', async () => {
	const bytes = await paintPicture(4, 4, 'image/png', paintQuarters);
	const names: [given: string, shown: string][] = [
		['', 'image.png'],
		['..\\', 'image.png'],
		['../../etc/passwd', 'passwd'],
		['C:\\Users\\me\\CON.png', 'CON.png'],
		['Cafe\u0301 🎈.png', 'Caf\u00e9 🎈.png'],
		['\u202egnp.exe\u202c', 'gnp.exe'],
		['שלום.png', 'שלום.png'],
		['a\0b\n.png', 'ab.png'],
		['#%+&?"\'.png', '#%+&?"\'.png'],
		['photo.png [output]', 'photo.png [output]'],
		['\ud800.png', '\ufffd.png'],
		[`${'x'.repeat(300)}.jpeg`, `${'x'.repeat(114)}….jpeg`],
	];
	for (const [given, shownName] of names) expect((await opened(bytes, given)).name).toBe(shownName);
});

async function opened(bytes: Uint8Array, name: string): Promise<StartImage> {
	const result = await openStartImage(new Blob([bytes.slice()]), name);
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
}

async function refused(bytes: Uint8Array, name: string): Promise<ImageError> {
	const result = await openStartImage(new Blob([bytes.slice()]), name);
	if (result.ok) throw new Error(`${name} opened as ${result.value.mediaType}`);
	return result.error;
}

async function wholeFrame(bytes: Uint8Array, width: number, height: number) {
	const image = await opened(bytes, 'a');
	expect([image.width, image.height]).toEqual([width, height]);
	return renderStartFrame(image, { x: 0, y: 0, width, height }, width, height);
}

async function subtleSha256(bytes: Uint8Array): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', bytes.slice());
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
