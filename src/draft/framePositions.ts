/**
 * Where a track is at each frame: its samples read at k/(frameCount-1) of the clip, linear in between.
 * @param samples x, y pairs in frame pixels, one pair or more, spread evenly over the clip.
 * @returns frameCount x 2 values.
 */
export function framePositions(samples: Float64Array, frameCount: number): Float64Array {
	const last = samples.length / 2 - 1;
	const out = new Float64Array(frameCount * 2);
	for (let k = 0; k < frameCount; k++) {
		const at = frameCount > 1 ? (k / (frameCount - 1)) * last : 0;
		const i = Math.min(Math.floor(at), Math.max(0, last - 1));
		const next = Math.min(i + 1, last);
		const share = at - i;
		for (let axis = 0; axis < 2; axis++) {
			const from = samples[2 * i + axis]!;
			out[2 * k + axis] = from + (samples[2 * next + axis]! - from) * share;
		}
	}
	return out;
}
