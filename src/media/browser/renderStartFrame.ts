import type { Rect } from '#core/geometry/point.ts';
import type { StartFrame } from '../media.ts';
import { stripPng } from '../picture/stripPng.ts';
import { decodePicture } from './decodePicture.ts';
import { resample } from './resample.ts';

/**
 * What the model and the draft see: the part of the start image that the frame shows, resampled to the frame's size.
 * @param image Bytes that `openStartImage` accepted.
 * @param rect Image pixels after orientation; may reach outside, which is black.
 * @throws {Error} When the bytes are no picture.
 */
export async function renderStartFrame(
	image: { readonly bytes: Uint8Array; readonly mediaType: string },
	rect: Rect,
	width: number,
	height: number,
): Promise<StartFrame> {
	if (!(rect.width > 0 && rect.height > 0))
		throw new Error(`a crop of ${rect.width} x ${rect.height} shows nothing`);
	const bitmap = await decodePicture(image.bytes, image.mediaType);
	if (bitmap === undefined)
		throw new Error(`${image.bytes.length} bytes of ${image.mediaType} do not decode`);
	const canvas = resample(bitmap, rect, width, height);
	bitmap.close();
	const context = canvas.getContext('2d');
	if (context === null) throw new Error('the canvas lost its context');
	const { data } = context.getImageData(0, 0, width, height);
	const blob = await canvas.convertToBlob({ type: 'image/png' });
	return { width, height, rgba: data, png: stripPng(new Uint8Array(await blob.arrayBuffer())) };
}
