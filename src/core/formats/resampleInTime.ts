import { positionAtShare } from '../trajectory/time.ts';

/**
 * Positions at `count` even times, linear between the given ones; the ends stay exactly.
 * @param samples x, y pairs spread evenly over the clip, at least one; one is repeated.
 * @param count 2 or more.
 */
export function resampleInTime(samples: Float64Array, count: number): Float64Array {
	const out = new Float64Array(count * 2);
	for (let i = 0; i < count; i++) {
		const { x, y } = positionAtShare(samples, i / (count - 1));
		out[i * 2] = x;
		out[i * 2 + 1] = y;
	}
	return out;
}
