import { frameSamples } from '#core/trajectory/frameSamples.ts';
import type { Job } from '#jobs/job.ts';
import { type PlannedTrack, readPlan } from '#metrics/adherence/readPlan.ts';
import { scaleSamples } from '#metrics/adherence/scaleSamples.ts';
import { numberTracks } from '#render/scene/trackView.ts';

/** A track of a result, in the order of its report. */
export interface ResultTrack {
	readonly id: string;
	readonly name: string;
	/** 1..12. */
	readonly color: number;
	/** What its badge shows. */
	readonly number: number;
	readonly plan: PlannedTrack;
}

/**
 * The plan that a result is measured against: the visible tracks of its shot in the pixels of its video, frame by frame.
 * @returns Nothing for a job without a video.
 */
export function resultPlan({ document, video }: Pick<Job, 'document' | 'video'>): ResultTrack[] {
	if (!video) return [];
	const entries = frameSamples(document);
	const samples = entries.map((entry) => entry.samples);
	const plan = readPlan(scaleSamples(samples, document.frame, video), video.frameCount);
	const numbers = new Map(numberTracks(document).map(({ track, number }) => [track.id, number]));
	return entries.map(({ track }, i) => ({
		id: track.id,
		name: track.name,
		color: track.color,
		number: numbers.get(track.id) ?? i + 1,
		plan: plan[i]!,
	}));
}
