import { readAnimatedWebp } from '../picture/animatedWebp.ts';
import { seekFrames } from './seekFrames.ts';
import { type DecodeOptions, decodeFrames } from './videoFrames.ts';
import { webpFrames } from './webpFrames.ts';

/** A frame to draw before the next is asked for. */
interface ReadFrame {
	readonly index: number;
	readonly width: number;
	readonly height: number;
	readonly frame: CanvasImageSource;
}

/**
 * Every frame of a result, whatever it was saved as and whatever this page decodes with; plain-http pages have no WebCodecs.
 * @throws As `decodeFrames`, `seekFrames` or `webpFrames`.
 */
export function readFrames(
	bytes: Uint8Array,
	options: Pick<DecodeOptions, 'signal'> = {},
): AsyncGenerator<ReadFrame, void, void> {
	if (readAnimatedWebp(bytes)) return webpFrames(bytes, options);
	return typeof VideoDecoder === 'undefined'
		? seekFrames(bytes, options)
		: decodeFrames(bytes, options);
}
