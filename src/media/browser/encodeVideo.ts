import { fail, ok, type Result } from '#core/result.ts';
import type { EncodedVideo } from '../media.ts';
import {
	draftBitrate,
	type EncodeError,
	type VideoCodecName,
	type VideoSpec,
	videoWays,
} from '../video/codecs.ts';

/** A frame to encode: a canvas that shows it, or its straight opaque RGBA pixels. Read before the next is asked for. */
export type FramePicture =
	| OffscreenCanvas
	| ImageBitmap
	| { readonly width: number; readonly height: number; readonly rgba: Uint8ClampedArray };

export interface EncodeOptions {
	readonly signal?: AbortSignal;
	/** Frames handed to the encoder so far, of `frameCount`. */
	readonly onProgress?: (done: number) => void;
	/** Only these codecs; tests use it. Default all, H.264 first. */
	readonly codecs?: readonly VideoCodecName[];
}

/**
 * Encodes frames one after the other with WebCodecs: H.264 in MP4, else VP9 or VP8 in WebM, else AV1.
 * Works in a page and in a worker; the codec library loads on first use.
 * @returns `unsupported` where the browser writes no such video.
 * @throws The signal's reason when aborted; what `drawFrame` throws. Nothing stays open either way.
 */
export async function encodeVideo(
	spec: VideoSpec,
	drawFrame: (frame: number) => FramePicture | Promise<FramePicture>,
	{ signal, onProgress, codecs = videoWays.map((way) => way.codec) }: EncodeOptions = {},
): Promise<Result<EncodedVideo, EncodeError>> {
	const { width, height, fps, frameCount } = spec;
	signal?.throwIfAborted();
	if (typeof VideoEncoder === 'undefined')
		return fail({ kind: 'unsupported', what: 'video encoding (WebCodecs)' });
	const {
		BufferTarget,
		CanvasSource,
		getFirstEncodableVideoCodec,
		Mp4OutputFormat,
		Output,
		WebMOutputFormat,
	} = await import('mediabunny');
	const bitrate = draftBitrate(spec);
	const codec = await getFirstEncodableVideoCodec([...codecs], {
		width,
		height,
		bitrate,
		frameRate: fps,
	});
	const way = videoWays.find((candidate) => candidate.codec === codec);
	if (way === undefined)
		return fail({ kind: 'unsupported', what: `encoding a video of ${width} x ${height}` });
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
	if (context === null) return fail({ kind: 'unsupported', what: 'drawing to a canvas' });
	const target = new BufferTarget();
	const output = new Output({
		format:
			way.container === 'mp4'
				? new Mp4OutputFormat({ fastStart: 'in-memory' })
				: new WebMOutputFormat(),
		target,
	});
	const source = new CanvasSource(canvas, { codec: way.codec, bitrate, keyFrameInterval: 1 });
	output.addVideoTrack(source, { frameRate: fps });
	try {
		await output.start();
		for (let frame = 0; frame < frameCount; frame++) {
			const picture = await drawFrame(frame);
			signal?.throwIfAborted();
			if ('rgba' in picture) context.putImageData(imageData(picture.rgba, width, height), 0, 0);
			else context.drawImage(picture, 0, 0);
			await source.add(frame / fps, 1 / fps);
			onProgress?.(frame + 1);
		}
		signal?.throwIfAborted();
		await output.finalize();
	} catch (error) {
		await output.cancel();
		throw error;
	}
	if (target.buffer === null) throw new Error('the encoder finished without a file');
	const bytes = new Uint8Array(target.buffer);
	const { mediaType, extension } = way;
	return ok({ bytes, mediaType, extension, width, height, frameCount, fps });
}

const imageData = (rgba: Uint8ClampedArray, width: number, height: number): ImageData =>
	new ImageData(rgba as Uint8ClampedArray<ArrayBuffer>, width, height);
