import { sampleIndexOfFrame } from '../../src/core/guidance/sampleIndexOfFrame.ts';
import { decodeVideo } from '../../src/media/node/decodeVideo.ts';
import { createPointTracker } from '../../src/metrics/pointTracking/createPointTracker.ts';
import { lumaOfRgba } from '../../src/metrics/pointTracking/trackPoints.ts';

export interface VideoMeasure {
	readonly width: number;
	readonly height: number;
	readonly frameCount: number;
	/** Largest distance of a tracked point from its plan over all frames, px; infinite when a point was lost. */
	readonly worstPx: number;
	/** Mean absolute difference of the last frame from the first, 0..255. */
	readonly changed: number;
}

type Points = readonly { readonly x: number; readonly y: number }[];

/**
 * Follows the starts of exported tracks through a video by its pixels.
 * @param tracksJson ATI tracks, 121 samples each, in pixels of this video.
 * @param watched Indices of the tracks to follow; default all.
 */
export async function measureVideo(
	bytes: Uint8Array,
	tracksJson: string,
	watched?: readonly number[],
): Promise<VideoMeasure> {
	const all = JSON.parse(tracksJson) as readonly Points[];
	const tracks = watched ? watched.map((index) => all[index]!) : all;
	const tracker = createPointTracker(tracks.map((samples) => samples[0]!));
	const frames = [];
	const found = [];
	for await (const { width, height, rgba } of decodeVideo(bytes)) {
		const luma = lumaOfRgba(rgba, width, height);
		frames.push(luma);
		found.push(tracker.next(luma));
	}
	const sampleOf = sampleIndexOfFrame(frames.length);
	let worstPx = 0;
	found.forEach((points, k) => {
		points.forEach(({ x, y, lost }, i) => {
			const plan = tracks[i]![sampleOf[k]!]!;
			worstPx = Math.max(
				worstPx,
				lost ? Number.POSITIVE_INFINITY : Math.hypot(x - plan.x, y - plan.y),
			);
		});
	});
	const [first, last] = [frames[0]!, frames.at(-1)!];
	let sum = 0;
	for (let i = 0; i < first.values.length; i++) sum += Math.abs(first.values[i]! - last.values[i]!);
	return {
		width: first.width,
		height: first.height,
		frameCount: frames.length,
		worstPx,
		changed: sum / first.values.length,
	};
}
