import { type OutputFrame, SAMPLE_COUNT } from '../document/document.ts';

/** Seconds from the first to the last frame: (length - 1) / fps; 0 for one frame. */
export const clipSeconds = (frame: Pick<OutputFrame, 'length' | 'fps'>): number =>
	(frame.length - 1) / frame.fps;

/** Share 0..1 of the clip at which a frame lies; frames count from 0, one frame lies at 0. */
export const frameToShare = (frameIndex: number, length: number): number =>
	length <= 1 ? 0 : frameIndex / (length - 1);

/** The nearest frame to a share of the clip, within 0..length-1. */
export const shareToFrame = (share: number, length: number): number =>
	Math.min(length - 1, Math.max(0, Math.round(share * (length - 1))));

/** Place among the samples, 0..120, fractional. */
export const shareToSample = (share: number): number => share * (SAMPLE_COUNT - 1);

/**
 * Position at a share of the clip (held to 0..1), linear between the two samples around it; the samples' own space.
 * @param samples 121 x 2 values, or any number of samples spread evenly over the clip, at least one.
 */
export function positionAtShare(samples: Float64Array, share: number): { x: number; y: number } {
	const last = samples.length / 2 - 1;
	const place = Math.min(last, Math.max(0, share * last));
	const before = Math.floor(place);
	const after = Math.min(last, before + 1);
	const part = place - before;
	const x = samples[before * 2]!;
	const y = samples[before * 2 + 1]!;
	return {
		x: x + part * (samples[after * 2]! - x),
		y: y + part * (samples[after * 2 + 1]! - y),
	};
}
