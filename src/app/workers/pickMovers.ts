import { findCorners } from '#core/pins/findCorners.ts';
import { changeAround } from '#core/retarget/changeAround.ts';
import { candidateCorners, chooseMovers } from '#core/retarget/choosePoints.ts';
import type { ClipTrack } from '#core/retarget/clipTrack.ts';
import { type FollowHooks, followPoints } from './followPoints.ts';
import type { StoredFrame } from './storedFrame.ts';

/** Frames that the picked one is compared with, spread over the clip. */
const comparisons = 8;

/**
 * Lets the clip say what is worth following: the strongest corners of a frame where the picture changes are followed, and
 * those that move are kept, spaced.
 * @returns At most `wanted` tracks; none when nothing moves.
 */
export async function pickMovers(
	frames: readonly StoredFrame[],
	at: number,
	wanted: number,
	hooks: FollowHooks,
): Promise<ClipTrack[]> {
	const { width, height, values: data } = frames[at]!;
	const others = Array.from({ length: comparisons }, (_, i) => {
		const k = Math.round((i * (frames.length - 1)) / (comparisons - 1));
		return frames[k]!.values;
	});
	const change = changeAround(data, others, width, height);
	const corners = findCorners({ width, height, data });
	const candidates = candidateCorners(corners, change, { width, height }, wanted);
	const points = candidates.map(({ x, y }) => ({ x: x + 0.5, y: y + 0.5 }));
	const tracks = await followPoints(frames, at, points, hooks);
	return chooseMovers(tracks, at, { width, height }, wanted);
}
