import { type AnimatedWebp, readAnimatedWebp } from '../picture/animatedWebp.ts';
import { playWebp } from '../picture/playWebp.ts';
import { loadCanvas, loadVideoCodecs } from './optionalPackages.ts';
import type { Pixels } from './pictures.ts';

export interface DecodedFrame extends Pixels {
	/** From 0. */
	readonly index: number;
	/** Seconds. */
	readonly timestamp: number;
}

// Mediabunny's ambient types for Node know no target format yet; the code does.
const asRgba: object = { format: 'RGBA' };

/**
 * Every frame of a video file or an animated WebP, in order of time.
 * @throws {Error} When the codecs are absent or the file holds no video track.
 */
export async function* decodeVideo(bytes: Uint8Array): AsyncGenerator<DecodedFrame> {
	const animation = readAnimatedWebp(bytes);
	if (animation) return yield* decodeWebp(animation);
	const codecs = await loadVideoCodecs();
	if (!codecs.ok) throw new Error(codecs.error);
	const { ALL_FORMATS, BufferSource, Input, VideoSampleSink } = codecs.value;
	const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
	try {
		const track = await input.getPrimaryVideoTrack();
		if (!track) throw new Error(`no video track in ${bytes.byteLength} bytes`);
		let index = 0;
		for await (const sample of new VideoSampleSink(track).samples()) {
			const rgba = new Uint8ClampedArray(sample.allocationSize(asRgba));
			await sample.copyTo(rgba, asRgba);
			const { displayWidth: width, displayHeight: height, timestamp } = sample;
			sample.close();
			yield { index: index++, timestamp, width, height, rgba };
		}
	} finally {
		input.dispose();
	}
}

async function* decodeWebp(animation: AnimatedWebp): AsyncGenerator<DecodedFrame> {
	const loaded = await loadCanvas();
	if (!loaded.ok) throw new Error(loaded.error);
	const { createCanvas, loadImage } = loaded.value;
	const { width, height, fps } = animation;
	const context = createCanvas(width, height).getContext('2d', { alpha: false });
	for await (const index of playWebp(animation, context, (still) => loadImage(still))) {
		const rgba = context.getImageData(0, 0, width, height).data;
		yield { index, timestamp: index / fps, width, height, rgba };
	}
}

/** Text tags stored in a video file, as ComfyUI's `prompt` and `workflow`. */
export async function readVideoTags(bytes: Uint8Array): Promise<Record<string, string>> {
	const codecs = await loadVideoCodecs();
	if (!codecs.ok) throw new Error(codecs.error);
	const { ALL_FORMATS, BufferSource, Input } = codecs.value;
	const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
	try {
		const { raw } = await input.getMetadataTags();
		return Object.fromEntries(
			Object.entries(raw ?? {}).filter((entry): entry is [string, string] => {
				return typeof entry[1] === 'string';
			}),
		);
	} finally {
		input.dispose();
	}
}
