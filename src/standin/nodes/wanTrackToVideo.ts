import type { Pixels } from '#media/node/pictures.ts';
import { coverCrop } from '../render/coverCrop.ts';
import { moveDiscs } from '../render/moveDiscs.ts';
import { type NodeTrack, parseNodeTracks } from '../render/parseNodeTracks.ts';
import { lengthFault } from '../render/sampleOfFrame.ts';
import { number, take, text } from './inputs.ts';
import { type Executor, NodeException, type NodeInputs, type NodeResult } from './values.ts';

/**
 * Guides a clip by tracks as ComfyUI's node does, its mistakes included: a malformed string gives no motion and
 * no error, a bad length fails here and not at validation.
 */
export const wanTrackToVideo: Executor = async (inputs) => {
	const parsed = parseNodeTracks(text(inputs, 'tracks', '[]'));
	if (!Array.isArray(parsed)) throw new NodeException(parsed.exceptionType, parsed.message);
	const length = number(inputs, 'length', 81);
	const fault = parsed.length > 0 ? lengthFault(length, parsed.length) : undefined;
	if (fault) throw new NodeException(fault.exceptionType, fault.message);
	return guided(inputs, parsed, length);
};

/** The same without tracks. */
export const wanImageToVideo: Executor = async (inputs) =>
	guided(inputs, [], number(inputs, 'length', 81));

function guided(inputs: NodeInputs, tracks: readonly NodeTrack[], asked: number): NodeResult {
	// The latent has one step per 4 frames and one cell per 8 x 8 pixels: what is left over is lost.
	const length = 4 * Math.floor((asked - 1) / 4) + 1;
	const whole = { width: number(inputs, 'width', 832), height: number(inputs, 'height', 480) };
	const width = 8 * Math.floor(whole.width / 8);
	const height = 8 * Math.floor(whole.height / 8);
	const image = inputs.start_image;
	const picture = image?.kind === 'image' ? pictureOf(image) : undefined;
	const guide = picture && guideOf(picture, whole, { width, height }, tracks, length);
	const condition = (name: string) => {
		const { text: words } = take(inputs, name, 'conditioning');
		return { kind: 'conditioning' as const, text: words, ...(guide ? { guide } : {}) };
	};
	return {
		outputs: [
			condition('positive'),
			condition('negative'),
			{ kind: 'latent', width, height, length },
		],
	};
}

function guideOf(
	picture: Pixels,
	whole: { width: number; height: number },
	kept: { width: number; height: number },
	tracks: readonly NodeTrack[],
	length: number,
) {
	const covered = coverCrop(picture, whole.width, whole.height);
	const start = cutTo(covered, kept.width, kept.height);
	return { start, clip: moveDiscs(start, tracks, length) };
}

function pictureOf(image: {
	clip: { width: number; height: number; frame: (i: number) => Uint8ClampedArray };
	picture?: Pixels;
}): Pixels {
	if (image.picture) return image.picture;
	const { width, height, frame } = image.clip;
	return { width, height, rgba: new Uint8ClampedArray(frame(0)) };
}

function cutTo(picture: Pixels, width: number, height: number): Pixels {
	if (picture.width === width && picture.height === height) return picture;
	const rgba = new Uint8ClampedArray(width * height * 4);
	for (let y = 0; y < height; y++) {
		const from = 4 * y * picture.width;
		rgba.set(picture.rgba.subarray(from, from + 4 * width), 4 * y * width);
	}
	return { width, height, rgba };
}
