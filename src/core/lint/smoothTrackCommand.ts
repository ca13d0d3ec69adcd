import type { Command } from '../document/commands.ts';
import {
	type ControlPoint,
	SAMPLE_COUNT,
	type Track,
	type WanDocument,
} from '../document/document.ts';
import { sampleTrack } from '../trajectory/sampleTrack.ts';
import { clipSeconds } from '../trajectory/time.ts';

/** One period of 2 Hz: a mean over it takes away what is faster. */
const windowSeconds = 0.5;
/** Time from control point to control point; above half a period of 2 Hz, so that none comes back. */
const keySeconds = 0.3;

/**
 * The track with its shakes averaged away: the same ends, the way between smoothed by a running mean of half a second
 * taken twice, through points that keep their time. Cost: O(samples).
 */
export function smoothTrackCommand({ frame }: WanDocument, track: Track): Command {
	const perSample = clipSeconds(frame) / (SAMPLE_COUNT - 1);
	const half = Math.max(1, Math.round(windowSeconds / perSample / 2));
	const smooth = runningMean(runningMean(sampleTrack(track), half), half);
	const last = SAMPLE_COUNT - 1;
	const keys = Math.max(1, Math.floor((last * perSample) / keySeconds));
	const points = Array.from({ length: keys + 1 }, (_, n): ControlPoint => {
		const i = Math.round((n * last) / keys);
		const point = { x: smooth[i * 2]!, y: smooth[i * 2 + 1]!, mode: 'smooth' as const };
		return n === 0 || n === keys ? point : { ...point, time: i / last };
	});
	const { release } = track.timing;
	const timing = {
		start: 0,
		end: 1,
		easing: 'linear' as const,
		...(release !== undefined && { release }),
	};
	return { type: 'track/reshape', trackId: track.id, points, closed: false, timing };
}

/** Mean over 2 half + 1 samples, fewer towards the ends, which stay. */
function runningMean(samples: Float64Array, half: number): Float64Array {
	const count = samples.length / 2;
	const out = new Float64Array(samples.length);
	for (let i = 0; i < count; i++) {
		const h = Math.min(half, i, count - 1 - i);
		let x = 0;
		let y = 0;
		for (let j = i - h; j <= i + h; j++) {
			x += samples[j * 2]!;
			y += samples[j * 2 + 1]!;
		}
		out[i * 2] = x / (2 * h + 1);
		out[i * 2 + 1] = y / (2 * h + 1);
	}
	return out;
}
