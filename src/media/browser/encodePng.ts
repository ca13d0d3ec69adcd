import { stripPng } from '../picture/stripPng.ts';
import type { FramePicture } from './encodeVideo.ts';

/** A frame as a PNG with nothing but its pixels; in old browsers without OffscreenCanvas too, but then not in a worker. */
export async function encodePng(
	picture: FramePicture,
	width: number,
	height: number,
): Promise<Uint8Array> {
	const canvas = drawnOn(picture, width, height);
	const blob =
		'toBlob' in canvas
			? await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
			: await canvas.convertToBlob({ type: 'image/png' });
	if (blob === null) throw new Error(`no PNG of ${width} x ${height}`);
	return stripPng(new Uint8Array(await blob.arrayBuffer()));
}

function drawnOn(
	picture: FramePicture,
	width: number,
	height: number,
): OffscreenCanvas | HTMLCanvasElement {
	const canvas =
		typeof OffscreenCanvas === 'undefined'
			? Object.assign(document.createElement('canvas'), { width, height })
			: new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true }) as
		| OffscreenCanvasRenderingContext2D
		| CanvasRenderingContext2D
		| null;
	if (context === null) throw new Error(`no 2d context of ${width} x ${height}`);
	if ('rgba' in picture)
		context.putImageData(
			new ImageData(picture.rgba as Uint8ClampedArray<ArrayBuffer>, width, height),
			0,
			0,
		);
	else context.drawImage(picture, 0, 0);
	return canvas;
}
