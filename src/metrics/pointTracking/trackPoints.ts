import { createPointTracker, type Luma, type TrackedPoint } from './createPointTracker.ts';

/**
 * Follows points through a clip.
 * @param frames In order; any iterable, so that frames can be decoded one at a time.
 * @param starts Frame pixels, in the first frame.
 * @returns One row a frame, one entry a start, in the order given.
 */
export function trackPoints(
	frames: Iterable<Luma>,
	starts: readonly Readonly<{ x: number; y: number }>[],
): (readonly TrackedPoint[])[] {
	const tracker = createPointTracker(starts);
	return Array.from(frames, (frame) => tracker.next(frame));
}

/** The light of RGBA bytes (Rec. 601, as in a JPEG or a standard-definition video). */
export function lumaOfRgba(
	rgba: Uint8ClampedArray | Uint8Array,
	width: number,
	height: number,
): Luma {
	const values = new Float32Array(width * height);
	for (let i = 0, at = 0; i < values.length; i++, at += 4)
		values[i] = 0.299 * rgba[at]! + 0.587 * rgba[at + 1]! + 0.114 * rgba[at + 2]!;
	return { width, height, values };
}
