import type { Finding } from '#core/lint/lintDocument.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { adherence, type FrameSize } from '../adherence/adherence.ts';
import { frozenTracks } from '../adherence/frozenTracks.ts';
import type { MeasuredTrack } from '../adherence/measuredTrack.ts';
import { readPlan } from '../adherence/readPlan.ts';
import { scaleSamples } from '../adherence/scaleSamples.ts';
import { createPictureMeter, type PictureMeter } from '../consistency/createPictureMeter.ts';
import { findCuts } from '../consistency/findCuts.ts';
import {
	createPyramidTracker,
	type Luma,
	lumaPyramid,
	type TrackedPoint,
} from '../pointTracking/createPointTracker.ts';
import { repeatRatio } from '../smoothness/repeats.ts';
import { trackSmoothness } from '../smoothness/trackSmoothness.ts';
import { findCauses } from './findCauses.ts';
import { definitions, noiseFloorPx, type Report, yardstick } from './report.ts';

export interface MeasureOptions {
	/** Frame in whose pixels the samples are; they are scaled to the video's. Default: the video's own. */
	readonly frame?: FrameSize | undefined;
	/** Ids of the tracks, as in `findings`. */
	readonly trackIds?: readonly string[];
	/** What `lintDocument` said of the shot; names the causes of what failed. */
	readonly findings?: readonly Finding[];
	/** Another tracker's places instead of ours: frames x 2 a track, the video's pixels, NaN: lost. */
	readonly measured?: readonly MeasuredTrack[] | undefined;
	/** Name of the file they are from, for the report. */
	readonly measuredFrom?: string | undefined;
	/** After each frame, how many are done. */
	readonly onProgress?: (frames: number) => void;
}

export type MeasureError =
	| { readonly kind: 'noTracks' }
	| { readonly kind: 'noFrames' }
	/** Another tracker's places are of another number of tracks or frames. */
	| {
			readonly kind: 'otherShape';
			readonly tracks: number;
			readonly frames: number;
			readonly wantedTracks: number;
			readonly wantedFrames: number;
	  };

/**
 * Measures a video against its tracks: how closely they were followed, how smoothly, how steady the picture stayed.
 * @param frames In order; ends early when its maker throws, which is how a run is cancelled.
 * @param samples The plan: up to 121 x, y pairs a track.
 * Cost at 832x480: about 60 ms a frame, and 0.2 ms a track and frame. Keeps three frames.
 */
export async function measureVideo(
	frames: AsyncIterable<Luma>,
	samples: readonly Float64Array[],
	options: MeasureOptions = {},
): Promise<Result<Report, MeasureError>> {
	if (samples.length === 0) return fail({ kind: 'noTracks' });
	const seen: (readonly TrackedPoint[])[] = [];
	const meter = createPictureMeter();
	let size: FrameSize | undefined;
	let scaled = samples;
	let tracker: ReturnType<typeof createPyramidTracker> | undefined;
	for await (const frame of frames) {
		if (!tracker || !size) {
			size = { width: frame.width, height: frame.height };
			scaled = scaleSamples(samples, options.frame ?? size, size);
			tracker = createPyramidTracker(scaled.map((track) => ({ x: track[0]!, y: track[1]! })));
		}
		const pyramid = lumaPyramid(frame);
		const points = tracker.next(pyramid);
		const halvings = pyramid.levels().slice(1);
		seen.push(points);
		const movers = points.filter((_, i) => travel(scaled[i]!) > subjectTravelPx);
		meter.next(
			halvings.length > 0 ? halvings : [pyramid.finest],
			movers.map(({ x, y }) => ({ x: x / 2, y: y / 2 })),
		);
		options.onProgress?.(seen.length);
	}
	if (!size || seen.length === 0) return fail({ kind: 'noFrames' });
	const measured = options.measured ?? ownTracks(seen, samples.length);
	const wrong = shapeError(measured, samples.length, seen.length);
	if (wrong) return fail(wrong);
	return ok(compose(size, scaled, measured, seen, meter, options));
}

const subjectTravelPx = 4;

function compose(
	size: FrameSize,
	samples: readonly Float64Array[],
	measured: readonly MeasuredTrack[],
	seen: readonly (readonly TrackedPoint[])[],
	meter: PictureMeter,
	{ findings = [], trackIds = [], measuredFrom }: MeasureOptions,
): Report {
	const plan = readPlan(samples, seen.length);
	const pictures = meter.numbers();
	const { tracks: _, lagFrames: __, ...control } = adherence(plan, frozenTracks(plan), size);
	const report: Omit<Report, 'causes'> = {
		version: 1,
		video: { ...size, frameCount: seen.length },
		adherence: adherence(plan, measured, size),
		smoothness: {
			...trackSmoothness(plan, measured),
			repeatRatio: repeatRatio(pictures.changes),
			interpolation: scoreOf(pictures.interpolation),
		},
		consistency: {
			flicker: meanOf(pictures.compensated),
			rawFlicker: scoreOf(pictures.differences),
			background: meanOf(pictures.background.filter((value) => value !== null)),
			subject: subjectOf(seen),
			cuts: findCuts(pictures),
		},
		control,
		noiseFloorPx,
		yardstick,
		definitions,
		...(measuredFrom === undefined ? {} : { measuredFrom }),
	};
	const liveliest = Math.max(0, ...pictures.changes);
	return { ...report, causes: findCauses(report, { findings, trackIds, liveliest }) };
}

const ownTracks = (
	seen: readonly (readonly TrackedPoint[])[],
	trackCount: number,
): MeasuredTrack[] =>
	Array.from({ length: trackCount }, (_, i) => {
		const places = new Float64Array(seen.length * 2).fill(Number.NaN);
		seen.forEach((points, k) => {
			const { x, y, lost } = points[i]!;
			if (!lost) places.set([x, y], 2 * k);
		});
		return { places };
	});

/** Half the likeness to the frame before and half that to the first; negatives count 0. */
function subjectOf(seen: readonly (readonly TrackedPoint[])[]): number | null {
	const scores = seen
		.slice(1)
		.flatMap((points) =>
			points
				.filter(({ lost }) => !lost)
				.map((p) => (Math.max(0, p.likeness) + Math.max(0, p.likenessBefore)) / 2),
		);
	return meanOf(scores);
}

const meanOf = (values: readonly number[]): number | null =>
	values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;

/** (255 - mean) / 255, as VBench scores errors. */
const scoreOf = (errors: readonly number[]): number | null => {
	const mean = meanOf(errors);
	return mean === null ? null : (255 - mean) / 255;
};

/** Farthest from its start, px. */
function travel(track: Float64Array): number {
	let most = 0;
	for (let i = 2; i < track.length; i += 2)
		most = Math.max(most, Math.hypot(track[i]! - track[0]!, track[i + 1]! - track[1]!));
	return most;
}

function shapeError(
	measured: readonly MeasuredTrack[],
	wantedTracks: number,
	wantedFrames: number,
): MeasureError | undefined {
	const odd = measured.find(({ places }) => places.length !== 2 * wantedFrames);
	if (measured.length === wantedTracks && !odd) return undefined;
	const frames = (odd ?? measured[0])?.places.length ?? 0;
	return {
		kind: 'otherShape',
		tracks: measured.length,
		frames: frames / 2,
		wantedTracks,
		wantedFrames,
	};
}
