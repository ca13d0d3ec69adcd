import type { Rect } from '#core/geometry/point.ts';

/**
 * A part of a picture drawn to exactly width x height on an opaque canvas. It shrinks by at most half at a time, so
 * that every source pixel counts; what is transparent, or lies outside the picture, is black.
 * (ComfyUI's LoadImage drops alpha and keeps the colour stored beneath, black in what most programs write.)
 */
export function resample(
	picture: ImageBitmap,
	rect: Rect,
	width: number,
	height: number,
): OffscreenCanvas {
	let steps = 0;
	while (width * 2 ** (steps + 1) <= rect.width && height * 2 ** (steps + 1) <= rect.height)
		steps++;
	let canvas = drawTo(width * 2 ** steps, height * 2 ** steps, (context, w, h) => {
		const scaleX = w / rect.width;
		const scaleY = h / rect.height;
		context.drawImage(
			picture,
			-rect.x * scaleX,
			-rect.y * scaleY,
			picture.width * scaleX,
			picture.height * scaleY,
		);
	});
	for (; steps > 0; steps--) {
		const from = canvas;
		canvas = drawTo(from.width / 2, from.height / 2, (context, w, h) =>
			context.drawImage(from, 0, 0, w, h),
		);
	}
	return canvas;
}

function drawTo(
	width: number,
	height: number,
	draw: (context: OffscreenCanvasRenderingContext2D, width: number, height: number) => void,
): OffscreenCanvas {
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d', {
		alpha: false,
		willReadFrequently: true,
		colorSpace: 'srgb',
	});
	if (context === null) throw new Error(`no 2d context of ${width} x ${height}`);
	context.imageSmoothingEnabled = true;
	context.imageSmoothingQuality = 'high';
	draw(context, width, height);
	return canvas;
}
