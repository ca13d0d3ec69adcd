import type { Job } from '#jobs/job.ts';
import { marksOf, type ResultMarks } from '#jobs/marks/resultMarks.ts';
import { type ReportState, reportOf } from '../metrics/reportState.ts';

/** A job as the gallery shows, finds and sorts it. */
export interface GalleryItem {
	readonly job: Job;
	readonly marks: ResultMarks;
	/** `Run 48`. */
	readonly name: string;
	/** Share of track frames within 1 % of the diagonal, 0..1; null: not measured, or nothing to be told. */
	readonly score: number | null;
}

/** @param nameOf A job's name in the language of the reader. */
export const galleryItems = (
	jobs: readonly Job[],
	reports: Readonly<Record<string, ReportState>>,
	nameOf: (job: Job) => string,
): GalleryItem[] =>
	jobs.map((job) => ({
		job,
		marks: marksOf(job),
		name: nameOf(job),
		score: reportOf(reports[job.id])?.adherence.acc1 ?? null,
	}));

/** Every tag that is in use, each once, by the alphabet. */
export function tagsInUse(items: readonly Pick<GalleryItem, 'marks'>[]): string[] {
	const tags = new Map<string, string>();
	for (const { marks } of items)
		for (const tag of marks.tags)
			if (!tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
	return [...tags.values()].sort((a, b) => a.localeCompare(b));
}
