/// <reference path="../gif/gifenc.d.ts" />
import { ok, type Result } from '#core/result.ts';
import type { EncodedVideo } from '../media.ts';
import type { EncodeError, VideoSpec } from '../video/codecs.ts';
import { frameName } from '../zip/frameName.ts';
import { type ZippedFile, zipFiles } from '../zip/zipFiles.ts';
import { encodePng } from './encodePng.ts';
import { type EncodeOptions, encodeVideo, type FramePicture } from './encodeVideo.ts';

/** What frames can be written as: two kinds of video, an animation, or a ZIP of pictures. */
export type FramesFormat = 'mp4' | 'webm' | 'gif' | 'png';

/**
 * Writes frames in the wanted form. Works in a page and in a worker.
 * @returns `unsupported` where the browser writes no such video; GIF and PNG it always writes.
 * @throws The signal's reason when aborted; what `drawFrame` throws.
 */
export async function encodeFrames(
	spec: VideoSpec,
	drawFrame: (frame: number) => FramePicture | Promise<FramePicture>,
	format: FramesFormat,
	options: Pick<EncodeOptions, 'signal' | 'onProgress'> = {},
): Promise<Result<EncodedVideo, EncodeError>> {
	if (format === 'mp4') return encodeVideo(spec, drawFrame, { ...options, codecs: ['avc', 'av1'] });
	if (format === 'webm')
		return encodeVideo(spec, drawFrame, { ...options, codecs: ['vp9', 'vp8'] });
	if (format === 'gif') return encodeGif(spec, drawFrame, options);
	return encodePngZip(spec, drawFrame, options);
}

/** Every frame as a PNG, in a ZIP: what is left where a browser writes no video at all. */
export async function encodePngZip(
	{ width, height, fps, frameCount }: VideoSpec,
	drawFrame: (frame: number) => FramePicture | Promise<FramePicture>,
	{ signal, onProgress }: Pick<EncodeOptions, 'signal' | 'onProgress'> = {},
): Promise<Result<EncodedVideo, EncodeError>> {
	const files: ZippedFile[] = [];
	for (let frame = 0; frame < frameCount; frame++) {
		const picture = await drawFrame(frame);
		signal?.throwIfAborted();
		files.push({ name: frameName(frame), content: await encodePng(picture, width, height) });
		signal?.throwIfAborted();
		onProgress?.(frame + 1);
	}
	const bytes = zipFiles(files);
	const mediaType = 'application/zip';
	return ok({ bytes, mediaType, extension: 'zip', width, height, frameCount, fps });
}

async function encodeGif(
	spec: VideoSpec,
	drawFrame: (frame: number) => FramePicture | Promise<FramePicture>,
	options: Pick<EncodeOptions, 'signal' | 'onProgress'>,
): Promise<Result<EncodedVideo, EncodeError>> {
	const [gifenc, { writeGif }] = await Promise.all([
		import('gifenc'),
		import('../gif/writeGif.ts'),
	]);
	const { width, height } = spec;
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
	if (context === null) throw new Error(`no 2d context of ${width} x ${height}`);
	const readFrame = async (frame: number) => {
		const picture = await drawFrame(frame);
		if ('rgba' in picture) return picture.rgba;
		context.drawImage(picture, 0, 0);
		return context.getImageData(0, 0, width, height).data;
	};
	return writeGif(gifenc, spec, readFrame, options);
}
