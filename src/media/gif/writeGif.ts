/// <reference path="./gifenc.d.ts" />
import { ok, type Result } from '#core/result.ts';
import type { EncodedVideo } from '../media.ts';
import type { VideoSpec } from '../video/codecs.ts';

/** The package that packs a GIF, which only the rooms for browser and Node may load. */
export type GifPackage = Pick<typeof import('gifenc'), 'GIFEncoder' | 'applyPalette' | 'quantize'>;

export interface GifHooks {
	readonly signal?: AbortSignal;
	readonly onProgress?: (done: number) => void;
}

/**
 * Packs frames as a GIF that repeats for ever. Each frame has its own 256 colours, so that none is lost in the others.
 * GIF counts time in hundredths of a second: 16 fps become 6 and 7 in turn, and the clip lasts as long as it should.
 * @param readFrame Straight opaque RGBA, width x height x 4; read before the next is asked for.
 * @throws The signal's reason when aborted; what `readFrame` throws. Cost: about 60 ms a frame of 832 x 480.
 */
export async function writeGif(
	{ GIFEncoder, quantize, applyPalette }: GifPackage,
	{ width, height, fps, frameCount }: VideoSpec,
	readFrame: (frame: number) => Uint8ClampedArray | Promise<Uint8ClampedArray>,
	{ signal, onProgress }: GifHooks = {},
): Promise<Result<EncodedVideo, never>> {
	const gif = GIFEncoder();
	const ticks = (frame: number) => Math.round((100 * frame) / fps);
	for (let frame = 0; frame < frameCount; frame++) {
		const rgba = await readFrame(frame);
		signal?.throwIfAborted();
		const palette = quantize(everyThird(rgba), 256);
		gif.writeFrame(applyPalette(rgba, palette), width, height, {
			palette,
			delay: 10 * (ticks(frame + 1) - ticks(frame)),
			repeat: 0,
		});
		onProgress?.(frame + 1);
	}
	gif.finish();
	const bytes = gif.bytes();
	return ok({ bytes, mediaType: 'image/gif', extension: 'gif', width, height, frameCount, fps });
}

/** Colours are counted in a third of the pixels: they are there, and it takes a third of the time. */
function everyThird(rgba: Uint8ClampedArray): Uint8ClampedArray {
	const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4);
	return new Uint8ClampedArray(pixels.filter((_, at) => at % 3 === 0).buffer);
}
