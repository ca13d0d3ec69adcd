/// <reference path="../gif/gifenc.d.ts" />
import type { Result } from '#core/result.ts';
import { type GifHooks, type GifPackage, writeGif } from '../gif/writeGif.ts';
import type { EncodedVideo } from '../media.ts';
import type { VideoSpec } from '../video/codecs.ts';

/** See `writeGif`. */
export async function encodeGif(
	spec: VideoSpec,
	readFrame: (frame: number) => Uint8ClampedArray,
	hooks?: GifHooks,
): Promise<Result<EncodedVideo, never>> {
	// Node sees a CommonJS package, a bundler a module.
	const loaded: GifPackage & { readonly default?: GifPackage } = await import('gifenc');
	return writeGif(
		'GIFEncoder' in loaded ? loaded : (loaded as { default: GifPackage }).default,
		spec,
		readFrame,
		hooks,
	);
}
