import type { ClipTrack } from '#core/retarget/clipTrack.ts';
import type { ClipPoint } from '#core/retarget/videoTracksWork.ts';
import { createPointTracker, type Luma } from '#metrics/pointTracking/createPointTracker.ts';

export interface FollowHooks {
	/** Frames looked at so far. */
	onProgress(done: number): void;
	/** Lets others have a turn; called after each frame. Rejects to end the work. */
	breathe(): Promise<void>;
}

/** A pixel's middle: the tracker counts pixels, places in a clip count from the corner of the first one. */
const middle = 0.5;

/**
 * Follows points from one frame of a clip to its end and back to its beginning.
 * @param frames All of one size.
 * @param at The frame that the points were picked in.
 * @returns One track a point, in the order given; a flat place is seen in its own frame only.
 * Cost: about 0.1 ms a point and frame + 5 ms a frame of 832 x 480.
 */
export async function followPoints(
	frames: readonly Luma[],
	at: number,
	points: readonly ClipPoint[],
	{ onProgress, breathe }: FollowHooks,
): Promise<ClipTrack[]> {
	const tracks = points.map(() => ({
		places: new Float64Array(frames.length * 2),
		seen: new Uint8Array(frames.length),
	}));
	const starts = points.map(({ x, y }) => ({ x: x - middle, y: y - middle }));
	let done = 0;
	for (const step of [1, -1]) {
		const end = step === 1 ? frames.length : -1;
		// Nothing lies before the first frame and after the last.
		if (at + step === end) continue;
		const tracker = createPointTracker(starts);
		for (let k = at; k !== end; k += step) {
			tracker.next(frames[k]!).forEach(({ x, y, lost }, i) => {
				const { places, seen } = tracks[i]!;
				places[k * 2] = x + middle;
				places[k * 2 + 1] = y + middle;
				seen[k] = lost && k !== at ? 0 : 1;
			});
			done++;
			onProgress(done);
			await breathe();
		}
	}
	return tracks;
}
