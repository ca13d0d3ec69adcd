import type { Job } from '#jobs/job.ts';

/**
 * Bytes that jobs take on this computer: their videos and their tracks. The start images and the shots themselves, which many
 * share, are not in it.
 */
export const storageUse = (jobs: readonly Pick<Job, 'video' | 'tracksJson'>[]): number =>
	jobs.reduce(
		(sum, { video, tracksJson }) => sum + (video?.byteLength ?? 0) + tracksJson.length,
		0,
	);
