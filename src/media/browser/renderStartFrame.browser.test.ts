import { expect, test } from 'vitest';
import { createThumbnail } from './createThumbnail.ts';
import { renderStartFrame } from './renderStartFrame.ts';
import { pngChunkNames } from './testing/craftedFiles.ts';
import { colourAt, paintPicture, paintQuarters } from './testing/paintedPictures.ts';

const mediaType = 'image/png';

test('the PNG holds the same pixels as rgba, and nothing else', async () => {
	const bytes = await paintPicture(120, 80, mediaType, paintQuarters);
	const frame = await renderStartFrame(
		{ bytes, mediaType },
		{ x: 7.3, y: 5, width: 90, height: 60 },
		48,
		32,
	);
	expect(new Set(pngChunkNames(frame.png))).toEqual(new Set(['IHDR', 'IDAT', 'IEND']));
	const canvas = new OffscreenCanvas(48, 32);
	const context = canvas.getContext('2d')!;
	context.drawImage(
		await createImageBitmap(new Blob([frame.png.slice()], { type: mediaType })),
		0,
		0,
	);
	expect(context.getImageData(0, 0, 48, 32).data).toEqual(frame.rgba);
});

test('at the size of the crop every pixel is taken over as it is', async () => {
	const bytes = await noisePng(64, 48);
	const whole = await renderStartFrame(
		{ bytes, mediaType },
		{ x: 0, y: 0, width: 64, height: 48 },
		64,
		48,
	);
	const part = await renderStartFrame(
		{ bytes, mediaType },
		{ x: 16, y: 8, width: 32, height: 32 },
		32,
		32,
	);
	for (let y = 0; y < 32; y++)
		expect(part.rgba.subarray(y * 128, (y + 1) * 128)).toEqual(
			whole.rgba.subarray(((y + 8) * 64 + 16) * 4).subarray(0, 128),
		);
});

test('image px map to frame px: an edge lands where the mapping says, when shrunk 6.5 times', async () => {
	const bytes = await paintPicture(1300, 650, mediaType, (context) => {
		context.fillStyle = '#000';
		context.fillRect(0, 0, 1300, 650);
		context.fillStyle = '#fff';
		context.fillRect(650, 0, 650, 650);
	});
	const frame = await renderStartFrame(
		{ bytes, mediaType },
		{ x: 0, y: 0, width: 1300, height: 650 },
		200,
		100,
	);
	let light = 0;
	for (let x = 0; x < 200; x++) light += frame.rgba[(50 * 200 + x) * 4]! / 255;
	expect(Math.abs(light - 100)).toBeLessThan(0.15);
});

test('shrinking averages: fine checks become grey', async () => {
	const bytes = await paintPicture(512, 512, mediaType, (context) => {
		context.fillStyle = '#000';
		context.fillRect(0, 0, 512, 512);
		context.fillStyle = '#fff';
		for (let y = 0; y < 512; y++) for (let x = y % 2; x < 512; x += 2) context.fillRect(x, y, 1, 1);
	});
	const frame = await renderStartFrame(
		{ bytes, mediaType },
		{ x: 0, y: 0, width: 512, height: 512 },
		64,
		64,
	);
	for (let i = 0; i < frame.rgba.length; i += 4)
		expect(Math.abs(frame.rgba[i]! - 127)).toBeLessThan(12);
});

test('outside the picture is black', async () => {
	const bytes = await paintPicture(40, 40, mediaType, (context) => {
		context.fillStyle = '#fff';
		context.fillRect(0, 0, 40, 40);
	});
	const frame = await renderStartFrame(
		{ bytes, mediaType },
		{ x: -20, y: 20, width: 40, height: 40 },
		80,
		80,
	);
	expect([colourAt(frame, 20, 20), colourAt(frame, 60, 20), colourAt(frame, 60, 60)]).toEqual([
		'K',
		'W',
		'K',
	]);
});

test('alpha is flattened on black: what is uploaded is opaque and 8-bit', async () => {
	const bytes = await paintPicture(40, 40, mediaType, (context) => {
		context.clearRect(0, 0, 40, 40);
		context.fillStyle = 'rgb(255 0 0 / 50%)';
		context.fillRect(0, 0, 20, 40);
	});
	const whole = { x: 0, y: 0, width: 40, height: 40 };
	const { rgba, png } = await renderStartFrame({ bytes, mediaType }, whole, 40, 40);
	const [red = 0, green, blue, alpha] = rgba.subarray(0, 4);
	expect(Math.abs(red - 128)).toBeLessThanOrEqual(1);
	expect([green, blue, alpha, ...rgba.subarray(30 * 4, 31 * 4)]).toEqual([0, 0, 255, 0, 0, 0, 255]);
	for (let at = 3; at < rgba.length; at += 4) expect(rgba[at]).toBe(255);
	// IHDR: bit depth. (That the PNG holds these very pixels is proved above.)
	expect(png[24]).toBe(8);
});

test('a thumbnail keeps the shape and never grows', async () => {
	const bytes = await paintPicture(120, 80, mediaType, paintQuarters);
	for (const [longSide, size] of [
		[60, [60, 40]],
		[400, [120, 80]],
	] as const) {
		const thumbnail = await createImageBitmap(
			await createThumbnail({ bytes, mediaType }, longSide),
		);
		expect([thumbnail.width, thumbnail.height]).toEqual(size);
	}
});

test('bytes that are no picture are a bug of the caller', async () => {
	const bytes = Uint8Array.of(1, 2, 3);
	await expect(
		renderStartFrame({ bytes, mediaType }, { x: 0, y: 0, width: 1, height: 1 }, 16, 16),
	).rejects.toThrow('3 bytes of image/png do not decode');
});

function noisePng(width: number, height: number): Promise<Uint8Array> {
	return paintPicture(width, height, mediaType, (context) => {
		const data = context.createImageData(width, height);
		let state = 5;
		for (let i = 0; i < data.data.length; i++) {
			state = (Math.imul(state, 1103515245) + 12345) >>> 0;
			data.data[i] = i % 4 === 3 ? 255 : state >>> 24;
		}
		context.putImageData(data, 0, 0);
	});
}
