import { SAMPLE_COUNT, type Track } from '../document/document.ts';
import { type Curve, curveX, curveY, subSteps } from '../geometry/curve.ts';
import { ease } from './easing.ts';
import { lengthAt, trackProgress } from './progress.ts';
import { trackCurve } from './trackCurve.ts';

const known = new WeakMap<Track, Float64Array>();

/**
 * The 121 positions of a track, sample i at i/120 of the clip, along its curve and paced by its timing.
 * @returns 121 x 2 values `[x0, y0, x1, y1, ...]`, image pixels, unrounded; do not write to it, it is shared.
 * The first and the last equal the end control points exactly (a closed track ends at its first point).
 * A pin, one point, or points that all coincide: the same position 121 times.
 * Easing and time keys: see `trackProgress`. Cost: O(points), then nothing while the track keeps its identity.
 */
export function sampleTrack(track: Track): Float64Array {
	const found = known.get(track);
	if (found) return found;
	const samples = computeSamples(track);
	known.set(track, samples);
	return samples;
}

function computeSamples(track: Track): Float64Array {
	const samples = new Float64Array(SAMPLE_COUNT * 2);
	const first = track.points[0];
	if (!first) throw new RangeError(`Track ${track.id} has no control point`);
	const curve = trackCurve(track);
	if (curve.segmentCount === 0) return fillWith(samples, 0, SAMPLE_COUNT, first.x, first.y);
	const last = track.closed ? first : track.points[track.points.length - 1]!;

	const progress = trackProgress(track, curve);
	const { begin, end, easedTimes } = progress;
	const { easing } = track.timing;
	let place = 0;
	let step = 0;
	for (let i = 1; i < SAMPLE_COUNT - 1; i++) {
		const share = i / (SAMPLE_COUNT - 1);
		if (share <= begin) {
			fillWith(samples, i, i + 1, first.x, first.y);
			continue;
		}
		if (share >= end) {
			fillWith(samples, i, i + 1, last.x, last.y);
			continue;
		}
		const eased = ease(easing, (share - begin) / (end - begin));
		while (place < easedTimes.length - 2 && easedTimes[place + 1]! <= eased) place++;
		const length = lengthAt(progress, place, eased);
		step = stepAtLength(curve, length, step);
		writePosition(samples, i, curve, step, length);
	}
	fillWith(samples, 0, 1, first.x, first.y);
	return fillWith(samples, SAMPLE_COUNT - 1, SAMPLE_COUNT, last.x, last.y);
}

/** The sub-step that holds a length, searched onwards from `step`. */
function stepAtLength(curve: Curve, length: number, step: number): number {
	const { lengths } = curve;
	const lastStep = lengths.length - 2;
	let at = step;
	while (at < lastStep && lengths[at + 1]! <= length) at++;
	return at;
}

function writePosition(
	samples: Float64Array,
	i: number,
	curve: Curve,
	step: number,
	length: number,
): void {
	const from = curve.lengths[step]!;
	const span = curve.lengths[step + 1]! - from;
	const part = span > 0 ? Math.min(1, Math.max(0, (length - from) / span)) : 0;
	const segment = Math.floor(step / subSteps);
	const t = ((step % subSteps) + part) / subSteps;
	samples[i * 2] = curveX(curve, segment, t);
	samples[i * 2 + 1] = curveY(curve, segment, t);
}

function fillWith(
	samples: Float64Array,
	from: number,
	to: number,
	x: number,
	y: number,
): Float64Array {
	for (let i = from; i < to; i++) {
		samples[i * 2] = x;
		samples[i * 2 + 1] = y;
	}
	return samples;
}
