import { SAMPLE_COUNT } from '../document/document.ts';
import { type Affine, mapPoint } from '../geometry/affine.ts';
import { type ClipTrack, placesBetween, seenSpan } from './clipTrack.ts';
import { retimePath } from './retimePath.ts';
import { smoothPath } from './smoothPath.ts';

export interface RetargetOptions {
	/** Seconds of each frame of the clip, rising. */
	readonly times: ArrayLike<number>;
	/** First and last frame of the part that is taken; inFrame < outFrame. */
	readonly inFrame: number;
	readonly outFrame: number;
	/** Waves so long are halved, shorter ones vanish; 0: every place as it was found. */
	readonly smoothSeconds: number;
	/** Seconds of the clip that the shot tells: those of the part stretch it to the shot, the shot's own keep its pace. */
	readonly toldSeconds: number;
	/** Clip pixels to frame pixels. */
	readonly map: Affine;
}

/**
 * What was found in a clip as samples of a shot: smoothed, told in the shot's time, put in its place.
 * It holds still before it is first seen and after the part's end; with its last sight in the part it is released.
 * @returns x, y pairs, frame pixels: 121, or fewer (2..120) for one that is released; undefined for one that is seen too
 * short a time.
 */
export function retargetTrack(
	track: ClipTrack,
	{ times, inFrame, outFrame, smoothSeconds, toldSeconds, map }: RetargetOptions,
): Float64Array | undefined {
	const span = seenSpan(track, inFrame, outFrame);
	if (!span || !(toldSeconds > 0)) return undefined;
	const { first, last } = span;
	const begin = times[inFrame]!;
	const perSample = toldSeconds / (SAMPLE_COUNT - 1);
	const seenSamples = 1 + Math.floor((times[last]! - begin) / perSample + 1e-6);
	const count = last < outFrame ? Math.min(SAMPLE_COUNT, seenSamples) : SAMPLE_COUNT;
	const ownTimes = Float64Array.from({ length: last - first + 1 }, (_, k) => times[first + k]!);
	if (count < 2 || ownTimes.length < 2) return undefined;
	const perFrame = (ownTimes.at(-1)! - ownTimes[0]!) / (ownTimes.length - 1);
	const smooth = smoothPath(placesBetween(track, first, last), smoothSeconds / perFrame);
	// The end is met exactly, whatever the sums of floats come to.
	const at = Float64Array.from({ length: count }, (_, i) =>
		i === SAMPLE_COUNT - 1 ? begin + toldSeconds : begin + i * perSample,
	);
	const out = retimePath(smooth, ownTimes, at);
	for (let i = 0; i < count; i++) {
		const { x, y } = mapPoint(map, { x: out[i * 2]!, y: out[i * 2 + 1]! });
		out[i * 2] = x;
		out[i * 2 + 1] = y;
	}
	return out;
}
