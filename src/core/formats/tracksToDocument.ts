import { isCameraStill } from '../camera/cameraPoseAt.ts';
import {
	type ControlPoint,
	createTrack,
	type Easing,
	SAMPLE_COUNT,
	smoothEasings,
	type Track,
	type WanDocument,
} from '../document/document.ts';
import { createFrameMapping, type FrameMapping } from '../frame/frameMapping.ts';
import { holdLast } from '../trajectory/releasedAt.ts';
import { sampleTrack } from '../trajectory/sampleTrack.ts';

/** Farthest that a track's samples may end from the imported ones, frame pixels; the promise is 0.5. */
const tolerance = 0.45;

/**
 * Imported samples as tracks that a person can edit: frame space to image space, few control points.
 * Sampling and mapping them again gives the imported positions within 0.5 frame px, the ends exactly.
 * A still track becomes a pin; stillness at the ends and an eased pace become `timing`; points rove where the pace is even,
 * and carry time keys where it is not. Where the document's camera moves they stay on the screen: samples are where things are seen.
 * @param document Whose image and frame map the points (without an image the frame is the image) and whose tracks
 * take names and colours already.
 * @param samples 121 x 2 values a track, frame pixels; fewer (2..120 x 2) for one that is released with its last sample.
 */
export function tracksFromSamples(
	document: WanDocument,
	samples: readonly Float64Array[],
	createId: () => string,
): Track[] {
	const { image, frame } = document;
	const mapping = createFrameMapping(image ?? frame, frame);
	// Each easing costs about a millisecond a track; a file of many tracks is rarely made by hand.
	const tried = samples.length > 100 ? (['linear'] as const) : smoothEasings;
	const seen = isCameraStill(document.camera) ? {} : { staysOnScreen: true };
	let known = document;
	return samples.map((track) => {
		const count = track.length / 2;
		const whole = toTrack(known, holdLast(track), mapping, createId(), tried);
		const release = (count - 1) / (SAMPLE_COUNT - 1);
		const timing = count < SAMPLE_COUNT ? { ...whole.timing, release } : whole.timing;
		const created: Track = { ...whole, ...seen, timing };
		known = { ...known, tracks: [...known.tracks, created] };
		return created;
	});
}

function toTrack(
	document: WanDocument,
	samples: Float64Array,
	mapping: FrameMapping,
	id: string,
	tried: readonly Easing[],
): Track {
	if (samples.length !== SAMPLE_COUNT * 2)
		throw new RangeError(`A track has ${samples.length / 2} samples, not ${SAMPLE_COUNT}`);
	const last = SAMPLE_COUNT - 1;
	let begin = 0;
	while (begin < last && isSame(samples, begin + 1, 0)) begin++;
	if (begin === last) return createTrack(document, id, 'pin', [pointAt(samples, mapping, 0)]);
	let end = last;
	while (isSame(samples, end - 1, last)) end--;

	const bare: Track = {
		...createTrack(document, id, 'path', [pointAt(samples, mapping, 0)]),
		timing: { start: begin / last, end: end / last, easing: 'linear' },
	};
	const fit: Fit = { samples, mapping, begin, end, bare };
	return withoutTimes(fit, fewestPoints(fit, tried));
}

/** Straight or smooth, in whichever easing takes the fewest points. */
function fewestPoints(fit: Fit, tried: readonly Easing[]): Track {
	let best = refine(fit, 'corner', 'linear', Number.POSITIVE_INFINITY)!;
	for (const easing of tried)
		for (const mode of ['smooth', 'corner'] as const)
			best = refine(fit, mode, easing, best.points.length) ?? best;
	return best;
}

interface Fit {
	readonly samples: Float64Array;
	readonly mapping: FrameMapping;
	/** Samples at which the motion begins and ends. */
	readonly begin: number;
	readonly end: number;
	/** The track without its points. */
	readonly bare: Track;
}

/**
 * Time-keyed control points at some of the samples, more of them where the track is off, until it is within tolerance.
 * Corners always get there: with every sample a key the track is exact.
 * @returns undefined when it would take `limit` points or more.
 */
function refine(
	fit: Fit,
	mode: 'smooth' | 'corner',
	easing: Easing,
	limit: number,
): Track | undefined {
	let keys = [fit.begin, fit.end];
	while (keys.length < limit) {
		const track = trackThrough(fit, keys, mode, easing);
		const added = splitsBetween(fit, track, keys, mode);
		if (added.length === 0) return track;
		if (keys.length === fit.end - fit.begin + 1) return mode === 'corner' ? track : undefined;
		keys = [...keys, ...added].sort((a, b) => a - b);
	}
	return undefined;
}

function trackThrough(
	fit: Fit,
	keys: readonly number[],
	mode: 'smooth' | 'corner',
	easing: Easing,
): Track {
	const points = keys.map((key, i): ControlPoint => {
		const point = { ...pointAt(fit.samples, fit.mapping, key), mode };
		const isInner = i > 0 && i < keys.length - 1;
		return isInner ? { ...point, time: key / (SAMPLE_COUNT - 1) } : point;
	});
	return { ...fit.bare, points, timing: { ...fit.bare.timing, easing } };
}

/**
 * A sample to add as key in each gap where the track is beyond the tolerance: the worst one for straight lines;
 * for a spline the middle one, since it follows evenly spaced points best.
 */
function splitsBetween(
	fit: Fit,
	track: Track,
	keys: readonly number[],
	mode: 'smooth' | 'corner',
): number[] {
	const off = deviations(fit, track);
	const splits: number[] = [];
	for (let n = 0; n + 1 < keys.length; n++) {
		let worst = -1;
		for (let i = keys[n]! + 1; i < keys[n + 1]!; i++)
			if (off[i]! > tolerance && (worst < 0 || off[i]! > off[worst]!)) worst = i;
		if (worst < 0) continue;
		splits.push(mode === 'corner' ? worst : Math.floor((keys[n]! + keys[n + 1]!) / 2));
	}
	return splits;
}

/** The track with roving points, if that keeps the tolerance too. */
function withoutTimes(fit: Fit, track: Track): Track {
	const points = track.points.map(({ time: _, ...point }) => point);
	const roving = { ...track, points };
	return deviations(fit, roving).every((d) => d <= tolerance) ? roving : track;
}

/** Distance of each sample from the imported one, frame pixels. */
function deviations({ samples, mapping }: Fit, track: Track): Float64Array {
	const own = sampleTrack(track);
	return Float64Array.from({ length: SAMPLE_COUNT }, (_, i) => {
		const { x, y } = mapping.toFrame({ x: own[i * 2]!, y: own[i * 2 + 1]! });
		return Math.hypot(x - samples[i * 2]!, y - samples[i * 2 + 1]!);
	});
}

const isSame = (samples: Float64Array, i: number, j: number): boolean =>
	samples[i * 2] === samples[j * 2] && samples[i * 2 + 1] === samples[j * 2 + 1];

function pointAt(samples: Float64Array, mapping: FrameMapping, i: number): ControlPoint {
	const { x, y } = mapping.toImage({ x: samples[i * 2]!, y: samples[i * 2 + 1]! });
	return { x, y, mode: 'smooth' };
}
