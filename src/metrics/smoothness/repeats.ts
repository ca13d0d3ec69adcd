/** Pairs on either side that are looked at. */
const reach = 4;
/** A pair that changes less than this share of what goes on round it repeats a frame. */
const repeatShare = 0.3;
/** Below this mean change nothing moves, grey levels of 255. */
const leastChange = 0.05;

/**
 * Share of pairs of frames that repeat the picture in the midst of motion: stutter.
 * A pair repeats when it changes less than 0.3 of the smaller of the largest changes in the four pairs before and the
 * four after. (Against the clip's median an ease-in would count, and every second frame repeated would not.)
 * @param changes Mean absolute difference of each pair of frames, in order, as between blocks that change.
 * @returns null where nothing moves, or there are too few frames to tell.
 */
export function repeatRatio(changes: readonly number[]): number | null {
	let [judged, repeats] = [0, 0];
	for (let k = 1; k < changes.length - 1; k++) {
		const before = Math.max(...changes.slice(Math.max(0, k - reach), k));
		const after = Math.max(...changes.slice(k + 1, k + 1 + reach));
		const motion = Math.min(before, after);
		if (motion < leastChange) continue;
		judged++;
		if (changes[k]! < repeatShare * motion) repeats++;
	}
	return judged > 0 ? repeats / judged : null;
}
