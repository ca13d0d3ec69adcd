import type { DecodeOptions } from './videoFrames.ts';

/** One frame of an animated picture. */
export interface AnimationFrame {
	readonly index: number;
	/** How many there are. */
	readonly frameCount: number;
	/** Seconds from the beginning, and how long it is on show. */
	readonly timestamp: number;
	readonly seconds: number;
	/** Pixels. */
	readonly width: number;
	readonly height: number;
	/** Open until the next frame is asked for. */
	readonly frame: VideoFrame;
}

/** Whether this browser decodes animated pictures frame by frame: not on plain-http pages, not everywhere else. */
export const decodesAnimations = (): boolean => typeof ImageDecoder !== 'undefined';

/** Frames of a picture; 0 where this browser does not decode it, or it is damaged. */
export async function countFrames(bytes: Uint8Array, mediaType: string): Promise<number> {
	if (!decodesAnimations()) return 0;
	try {
		const decoder = await openDecoder(bytes, mediaType);
		const count = frameCountOf(decoder);
		decoder.close();
		return count;
	} catch {
		return 0;
	}
}

/**
 * Every frame of a GIF, WebP, PNG or AVIF, once, in order; a picture that does not move has one.
 * @throws {Error} when it is damaged or this browser does not decode it (ask `decodesAnimations` first); the signal's reason.
 */
export async function* animationFrames(
	bytes: Uint8Array,
	mediaType: string,
	{ signal }: Pick<DecodeOptions, 'signal'> = {},
): AsyncGenerator<AnimationFrame, void, void> {
	signal?.throwIfAborted();
	const decoder = await openDecoder(bytes, mediaType);
	try {
		const frameCount = frameCountOf(decoder);
		let timestamp = 0;
		for (let index = 0; index < frameCount; index++) {
			const { image: frame } = await decoder.decode({ frameIndex: index });
			try {
				signal?.throwIfAborted();
				const seconds = (frame.duration ?? 0) / 1e6;
				const { displayWidth: width, displayHeight: height } = frame;
				yield { index, frameCount, timestamp, seconds, width, height, frame };
				timestamp += seconds;
			} finally {
				frame.close();
			}
		}
	} finally {
		decoder.close();
	}
}

/** A decoder that knows how many frames there are: all of the file was looked at. */
async function openDecoder(bytes: Uint8Array, mediaType: string): Promise<ImageDecoder> {
	const decoder = new ImageDecoder({ data: bytes as BufferSource, type: mediaType });
	try {
		await decoder.completed;
		await decoder.tracks.ready;
		return decoder;
	} catch (error) {
		decoder.close();
		throw error;
	}
}

const frameCountOf = (decoder: ImageDecoder): number =>
	decoder.tracks.selectedTrack?.frameCount ?? 0;
