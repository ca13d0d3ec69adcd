import { isLegalLength } from '#core/guidance/legalLength.ts';
import { sampleIndexOfFrame } from '#core/guidance/sampleIndexOfFrame.ts';
import { positionAtShare, shareToSample } from '#core/trajectory/time.ts';

/** Where a track was to be, frame by frame. */
export interface PlannedTrack {
	/** frames x 2, the video's pixels, as WanTrackToVideo reads the samples; held where the track is released. */
	readonly places: Float64Array;
	/** The same without the node's steps (it takes whole samples): what the motion itself is. */
	readonly smooth: Float64Array;
	/** Frames in which the track is shown to the model: 0..visible-1. */
	readonly visible: number;
}

/**
 * The plan of a video: the 121 samples read at each frame by the node's own map. A length that the node refuses
 * (121 frames, 80) is read evenly instead.
 * @param samples One array a track: up to 121 x, y pairs in the video's pixels; fewer: released after the last.
 * @param frameCount Frames of the video, 1 or more.
 */
export function readPlan(
	samples: readonly Float64Array[],
	frameCount: number,
): readonly PlannedTrack[] {
	const indices = isLegalLength(frameCount)
		? sampleIndexOfFrame(frameCount)
		: Float64Array.from({ length: frameCount }, (_, k) => sampleOfFrame(k, frameCount));
	return samples.map((track) => {
		const last = track.length / 2 - 1;
		const places = new Float64Array(frameCount * 2);
		const smooth = new Float64Array(frameCount * 2);
		let visible = 0;
		for (let k = 0; k < frameCount; k++) {
			put(places, k, placeAt(track, last, indices[k]!));
			put(smooth, k, placeAt(track, last, sampleOfFrame(k, frameCount)));
			if (indices[k]! <= last) visible = k + 1;
		}
		return { places, smooth, visible };
	});
}

const sampleOfFrame = (frame: number, frameCount: number): number =>
	shareToSample(frameCount > 1 ? frame / (frameCount - 1) : 0);

const placeAt = (track: Float64Array, last: number, sample: number) =>
	positionAtShare(track, last > 0 ? sample / last : 0);

function put(into: Float64Array, frame: number, { x, y }: { x: number; y: number }): void {
	into[2 * frame] = x;
	into[2 * frame + 1] = y;
}
