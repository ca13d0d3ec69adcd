import { SAMPLE_COUNT, type Track } from '../document/document.ts';
import { type Curve, curveX, curveY, subSteps } from '../geometry/curve.ts';
import { lengthAtShare, type Progress, trackProgress } from './progress.ts';
import { trackCurve } from './trackCurve.ts';

const known = new WeakMap<Track, Float64Array>();

/**
 * The 121 positions of a track, sample i at i/120 of the clip, along its curve and paced by its timing.
 * @returns 121 x 2 values `[x0, y0, x1, y1, ...]`, image pixels, unrounded; do not write to it, it is shared.
 * The first and the last equal the end control points exactly (a closed track ends at its first point), unless the clip ends
 * in the middle of a repeat or after an even number of passes to and fro.
 * A pin, one point, or points that all coincide: the same position 121 times.
 * Easing and time keys: see `trackProgress`. A leader and `release` are not in it: see `sampleDocumentTrack`, `frameSamples`.
 * Cost: O(points), then nothing while the track keeps its identity.
 */
export function sampleTrack(track: Track): Float64Array {
	const found = known.get(track);
	if (found) return found;
	const samples = computeSamples(track);
	known.set(track, samples);
	return samples;
}

/** A track that is sampled as told, whatever its own path: see `resolveTracks`. */
export function withSamples(track: Track, samples: Float64Array): Track {
	const copy = { ...track };
	known.set(copy, samples);
	return copy;
}

function computeSamples(track: Track): Float64Array {
	const samples = new Float64Array(SAMPLE_COUNT * 2);
	const first = track.points[0];
	if (!first) throw new RangeError(`Track ${track.id} has no control point`);
	const curve = trackCurve(track);
	if (curve.segmentCount === 0) return fillWith(samples, 0, SAMPLE_COUNT, first.x, first.y);
	const last = track.closed ? first : track.points[track.points.length - 1]!;

	const progress = trackProgress(track, curve);
	let step = 0;
	for (let i = 1; i < SAMPLE_COUNT; i++) {
		const share = shareOfPass(progress, i / (SAMPLE_COUNT - 1));
		if (share <= 0 || share >= 1) {
			const { x, y } = share <= 0 ? first : last;
			fillWith(samples, i, i + 1, x, y);
			continue;
		}
		const length = lengthAtShare(progress, share);
		if (length < 0 || length > curve.totalLength) {
			writeBeyond(samples, i, curve, track.closed, length);
			continue;
		}
		step = stepAtLength(curve, length, length < curve.lengths[step]! ? 0 : step);
		writePosition(samples, i, curve, step, length);
	}
	return fillWith(samples, 0, 1, first.x, first.y);
}

/** Where in its pass a track is at a share of the clip: 0..1 of the way in time. */
function shareOfPass({ begin, end, timing }: Progress, clipShare: number): number {
	if (clipShare < begin || (clipShare === begin && end > begin)) return 0;
	const { count, pingPong } = timing.repeat ?? once;
	const passes = end > begin ? (clipShare - begin) / (end - begin) : count;
	// Sums of binary fractions fall a hair short of the end that they mean.
	const pass = Math.floor(passes + 1e-9);
	if (pass >= count) return pingPong && count % 2 === 0 ? 0 : 1;
	const part = Math.max(0, passes - pass);
	return pingPong && pass % 2 === 1 ? 1 - part : part;
}

const once = { count: 1, pingPong: false };

/** Beyond an end an open path goes straight on; a closed one goes round. */
function writeBeyond(
	samples: Float64Array,
	i: number,
	curve: Curve,
	closed: boolean,
	length: number,
): void {
	const total = curve.totalLength;
	if (closed && total > 0) {
		const inside = length - Math.floor(length / total) * total;
		writePosition(samples, i, curve, stepAtLength(curve, inside, 0), inside);
		return;
	}
	const segment = length < 0 ? 0 : curve.segmentCount - 1;
	const t = length < 0 ? 0 : 1;
	const inner = length < 0 ? 1e-3 : 1 - 1e-3;
	const x = curveX(curve, segment, t);
	const y = curveY(curve, segment, t);
	const dx = x - curveX(curve, segment, inner);
	const dy = y - curveY(curve, segment, inner);
	const chord = Math.hypot(dx, dy);
	const far = (length < 0 ? -length : length - total) / (chord || 1);
	samples[i * 2] = x + dx * far;
	samples[i * 2 + 1] = y + dy * far;
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
