import type { Finding } from '#core/lint/lintDocument.ts';
import type { TrackAdherence } from '../adherence/adherence.ts';
import type { Cause } from './cause.ts';
import type { Report } from './report.ts';

export interface CauseContext {
	/** Ids of the plan's tracks, so that findings are told from each other. */
	readonly trackIds: readonly string[];
	/** What `lintDocument` said of the shot. */
	readonly findings: readonly Finding[];
	/** Largest mean change of the liveliest blocks, grey levels: 0 in a frozen video. */
	readonly liveliest: number;
}

/** Mean error beyond which a track failed, share of the diagonal; and in the last frame. */
const failedShare = 0.02;
const failedEndShare = 0.05;
const leastSeen = 0.85;
const frozenGain = 0.15;
const frozenChange = 1.5;
const leastRepeats = 0.1;
const mostShakingShare = 0.002;
const mostFlicker = 6;
const leastBackground = 0.6;

/** Rules of the checks that explain why a track of theirs failed. */
const telling = new Set<Finding['rule']>([
	'start-outside-frame',
	'starts-too-close',
	'tracks-too-close',
	'weights-overlap',
	'topk-clusters',
	'too-fast',
	'moves-too-little',
	'wiggle',
	'flat-start',
]);

/**
 * Why a video did not follow, as the numbers and the checks together suggest: what went wrong with the whole first, then
 * track by track, each followed by what the checks had said of that track. Nothing is said of tracks that kept to the plan.
 */
export function findCauses(report: Omit<Report, 'causes'>, context: CauseContext): Cause[] {
	const { adherence, smoothness, consistency, video } = report;
	const diagonal = Math.hypot(video.width, video.height);
	const [cut] = consistency.cuts;
	const isFrozen =
		adherence.gain !== null &&
		Math.abs(adherence.gain) < frozenGain &&
		context.liveliest < frozenChange;
	const isStuttering = (smoothness.repeatRatio ?? 0) > leastRepeats;
	const causes: Cause[] = consistency.cuts.map((fromFrame) => ({
		kind: 'cut',
		fromFrame,
		values: { frame: fromFrame },
	}));
	if (isFrozen) causes.push({ kind: 'frozen', values: {} });
	if (isStuttering)
		causes.push({ kind: 'stutter', values: { share: smoothness.repeatRatio ?? 0 } });
	for (const track of adherence.tracks) {
		if (!hasFailed(track, diagonal)) continue;
		const isCutOff = cut !== undefined && (lastingFrom(track, diagonal) ?? 0) >= cut - 1;
		if (!isCutOff && !isFrozen) {
			const symptom = symptomOf(track, diagonal);
			// One sentence for two tracks that changed places.
			const { followsTrack } = track;
			const other = followsTrack === null ? undefined : adherence.tracks[followsTrack];
			const isTold = other?.followsTrack === track.track && other.track < track.track;
			if (!isTold) causes.push(symptom);
		}
		if (!isCutOff) causes.push(...findingsOf(track.track, context));
	}
	const shaking = smoothness.excessJerkPx ?? 0;
	if (!isStuttering && causes.length === 0 && shaking > mostShakingShare * diagonal)
		causes.push({ kind: 'shakes', values: { px: shaking } });
	if (cut === undefined && (consistency.flicker ?? 0) > mostFlicker)
		causes.push({ kind: 'flickers', values: { levels: consistency.flicker ?? 0 } });
	else if (cut === undefined && (consistency.background ?? 1) < leastBackground)
		causes.push({ kind: 'backgroundChanges', values: { ssim: consistency.background ?? 0 } });
	return causes;
}

const hasFailed = (track: TrackAdherence, diagonal: number): boolean =>
	track.appearanceRate !== null &&
	(track.meanErrorPx === null ||
		track.meanErrorPx > failedShare * diagonal ||
		track.appearanceRate < leastSeen ||
		(track.finalErrorPx ?? 0) > failedEndShare * diagonal);

function symptomOf(found: TrackAdherence, diagonal: number): Cause {
	const { track, gain, lagFrames, lostFrom, followsTrack, meanErrorPx } = found;
	if (meanErrorPx === null) return { kind: 'neverSeen', track, values: {} };
	if (followsTrack !== null) return { kind: 'swapped', track, values: { other: followsTrack } };
	if (lagFrames !== null && Math.abs(lagFrames) >= 2)
		return {
			kind: lagFrames > 0 ? 'late' : 'early',
			track,
			values: { frames: Math.abs(lagFrames) },
		};
	const isOff = meanErrorPx > failedShare * diagonal;
	if (!isOff && lostFrom !== null && (found.appearanceRate ?? 1) < leastSeen) {
		const back = found.places.findIndex((place, k) => k > lostFrom && place !== null);
		const toFrame = back < 0 ? {} : { toFrame: back - 1 };
		const values = { frame: lostFrom, share: found.appearanceRate ?? 0 };
		return { kind: 'lost', track, fromFrame: lostFrom, ...toFrame, values };
	}
	if (gain !== null && gain < 0.3) return { kind: 'stays', track, values: { gain } };
	const fromFrame = lastingFrom(found, diagonal) ?? 0;
	const isFromStart = fromFrame <= found.errorPx.length * 0.4;
	if (gain !== null && isFromStart && isAlong(found, gain)) {
		if (gain < 0.8) return { kind: 'fallsShort', track, values: { gain } };
		if (gain > 1.2) return { kind: 'overshoots', track, values: { gain } };
	}
	return { kind: 'offPlan', track, fromFrame, values: { frame: fromFrame, px: meanErrorPx } };
}

/** Whether most of the error is one of size: the path is right, but for its length. */
const isAlong = ({ meanErrorPx, finalErrorPx }: TrackAdherence, gain: number): boolean =>
	Math.abs(1 - gain) > 0.2 && (finalErrorPx ?? 0) < 4 * (meanErrorPx ?? 0);

/** First frame from which it is lost or more than 2 % of the diagonal off in most of what follows. */
function lastingFrom({ errorPx }: TrackAdherence, diagonal: number): number | undefined {
	const isOff = errorPx.map((px) => px === null || px > failedShare * diagonal);
	const at = isOff.findIndex(
		(off, k) => off && isOff.slice(k).filter(Boolean).length > 0.6 * (isOff.length - k),
	);
	return at < 0 ? undefined : at;
}

const findingsOf = (track: number, { trackIds, findings }: CauseContext): Cause[] =>
	findings
		.filter(({ rule, trackId }) => telling.has(rule) && trackId === trackIds[track])
		.map((finding) => ({ kind: 'finding', track, values: {}, finding }));
