import type { Track } from '../document/document.ts';
import { subSteps } from '../geometry/curve.ts';
import { lengthAtShare, trackProgress } from './progress.ts';
import { trackCurve } from './trackCurve.ts';

const known = new WeakMap<Track, Float64Array>();
/** Moments looked at in turn; between two of them the time is halved until it is exact to 1e-6 of the motion. */
const looks = 480;

/**
 * The share of the clip at which a track first passes each of its control points, in its first pass: the time keys' own times,
 * and for roving points where the pace brings them. A pin or one point: 0. What easing never reaches: the end.
 * Shared: do not write to it. Cost: O(points + 480), then nothing while the track keeps its identity.
 */
export function pointTimes(track: Track): Float64Array {
	const found = known.get(track);
	if (found) return found;
	const times = computeTimes(track);
	known.set(track, times);
	return times;
}

function computeTimes(track: Track): Float64Array {
	const times = new Float64Array(track.points.length);
	const curve = trackCurve(track);
	if (curve.segmentCount === 0) return times;
	const progress = trackProgress(track, curve);
	const { begin, end } = progress;
	const at = (share: number) => lengthAtShare(progress, share);
	const last = track.closed ? times.length : times.length - 1;
	let look = 0;
	times.fill(end);
	times[0] = begin;
	for (let i = 1; i < last; i++) {
		const key = track.points[i]!.time;
		if (key !== undefined) {
			times[i] = Math.min(end, Math.max(begin, times[i - 1]!, key));
			continue;
		}
		const length = curve.lengths[i * subSteps]! - 1e-9;
		while (look < looks && at(look / looks) < length) look++;
		let low = Math.max(0, look - 1) / looks;
		let high = look / looks;
		for (let n = 0; n < 12; n++) {
			const middle = (low + high) / 2;
			if (at(middle) < length) low = middle;
			else high = middle;
		}
		times[i] = Math.max(times[i - 1]!, begin + high * (end - begin));
	}
	return times;
}
