import { readAnimatedWebp } from '../picture/animatedWebp.ts';
import { playWebp } from '../picture/playWebp.ts';

/** One frame of an animated WebP on a canvas that is drawn anew for the next. */
export interface WebpPicture {
	readonly index: number;
	/** Seconds. */
	readonly timestamp: number;
	readonly width: number;
	readonly height: number;
	readonly frame: OffscreenCanvas;
}

/**
 * Every frame of an animated WebP at one rate, over black; in a page and in a worker, with or without WebCodecs.
 * @throws {Error} When it is damaged; the signal's reason.
 */
export async function* webpFrames(
	bytes: Uint8Array,
	{ signal }: { readonly signal?: AbortSignal } = {},
): AsyncGenerator<WebpPicture, void, void> {
	signal?.throwIfAborted();
	const animation = readAnimatedWebp(bytes);
	if (!animation) throw new Error(`no animated WebP in ${bytes.length} bytes`);
	const { width, height, fps } = animation;
	const frame = new OffscreenCanvas(width, height);
	const context = frame.getContext('2d', { alpha: false, willReadFrequently: true });
	if (context === null) throw new Error(`no 2d context of ${width} x ${height}`);
	const open = (still: Uint8Array) =>
		createImageBitmap(new Blob([still as BlobPart], { type: 'image/webp' }));
	for await (const index of playWebp(animation, context, open)) {
		signal?.throwIfAborted();
		yield { index, timestamp: index / fps, width, height, frame };
	}
}
