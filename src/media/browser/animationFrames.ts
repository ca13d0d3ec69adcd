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
	const decoder = new ImageDecoder({ data: bytes as BufferSource, type: mediaType });
	try {
		// The count is known when all of it was read.
		await decoder.completed;
		await decoder.tracks.ready;
		const frameCount = decoder.tracks.selectedTrack?.frameCount ?? 0;
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
