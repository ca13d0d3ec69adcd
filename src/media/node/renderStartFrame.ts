import type { Canvas, Image, SKRSContext2D } from '@napi-rs/canvas';
import type { Rect } from '#core/geometry/point.ts';
import type { StartFrame } from '../media.ts';
import { stripPng } from '../picture/stripPng.ts';
import { loadCanvas } from './optionalPackages.ts';

/**
 * What the model sees: the part of the start image that the frame shows, resampled to the frame's size as in the browser
 * (`media/browser/resample`): smooth, at most halved at a time, black where the picture is transparent or ends.
 * @param bytes Bytes that `openStartImage` accepted.
 * @param rect Image pixels after orientation; may reach outside.
 * @throws {Error} When the bytes are no picture or `@napi-rs/canvas` is absent.
 */
export async function renderStartFrame(
	bytes: Uint8Array,
	rect: Rect,
	width: number,
	height: number,
): Promise<StartFrame> {
	if (!(rect.width > 0 && rect.height > 0))
		throw new Error(`a crop of ${rect.width} x ${rect.height} shows nothing`);
	const loaded = await loadCanvas();
	if (!loaded.ok) throw new Error(loaded.error);
	const { createCanvas, loadImage } = loaded.value;
	const drawTo = (w: number, h: number, draw: (context: SKRSContext2D) => void): Canvas => {
		const canvas = createCanvas(w, h);
		const context = canvas.getContext('2d');
		context.fillStyle = '#000000';
		context.fillRect(0, 0, w, h);
		context.imageSmoothingEnabled = true;
		context.imageSmoothingQuality = 'high';
		draw(context);
		return canvas;
	};
	const picture: Image = await loadImage(bytes);
	let steps = 0;
	while (width * 2 ** (steps + 1) <= rect.width && height * 2 ** (steps + 1) <= rect.height)
		steps++;
	const scaleX = (width * 2 ** steps) / rect.width;
	const scaleY = (height * 2 ** steps) / rect.height;
	let canvas = drawTo(width * 2 ** steps, height * 2 ** steps, (context) =>
		context.drawImage(
			picture,
			-rect.x * scaleX,
			-rect.y * scaleY,
			picture.width * scaleX,
			picture.height * scaleY,
		),
	);
	for (; steps > 0; steps--) {
		const from = canvas;
		const [w, h] = [from.width / 2, from.height / 2];
		canvas = drawTo(w, h, (context) => context.drawImage(from, 0, 0, w, h));
	}
	const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
	return { width, height, rgba: data, png: stripPng(await canvas.encode('png')) };
}
