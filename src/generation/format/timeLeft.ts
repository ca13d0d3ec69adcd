import type { Job } from '#jobs/job.ts';

/** What is expected of a job that has not begun, and whether that was ever measured. */
export interface Expectation {
	readonly seconds: number;
	readonly assumed: boolean;
}

export interface TimeLeft {
	readonly ms: number;
	/** Neither this run nor an earlier one tells yet. */
	readonly assumed: boolean;
}

/**
 * Up to this share of the work the run's own speed says nothing: what comes before sampling is a tenth of a run by its nodes and
 * takes a second or a minute, as the models are loaded or not. From the second share on it says all.
 */
const SAMPLING_FRACTION = 0.12;
const TRUSTED_FRACTION = 0.25;

/**
 * How long a waiting or running job still takes: from its own speed once a quarter is done, before sampling from what is
 * expected, in between a mix of both, so that the number does not jump.
 * @param now Ms since the epoch.
 * @returns undefined for a job that is over; 0 or more otherwise.
 */
export function timeLeft(job: Job, expected: Expectation, now: number): TimeLeft | undefined {
	if (job.state !== 'queued' && job.state !== 'running') return undefined;
	const whole = expected.seconds * 1000;
	const elapsed = job.startedAt === undefined ? 0 : Math.max(0, now - job.startedAt);
	const planned = Math.max(whole * (1 - job.fraction) * 0.5, whole - elapsed);
	if (job.startedAt === undefined || job.fraction <= 0)
		return { ms: planned, assumed: expected.assumed };
	const own = (elapsed / job.fraction) * (1 - job.fraction);
	const sampled = (job.fraction - SAMPLING_FRACTION) / (TRUSTED_FRACTION - SAMPLING_FRACTION);
	const trust = Math.min(1, Math.max(0, sampled));
	return {
		ms: Math.max(0, own * trust + planned * (1 - trust)),
		assumed: expected.assumed && trust < 1,
	};
}

/** Ms since a job began, until it ended or until now; undefined before it began. */
export const elapsedMs = (job: Job, now: number): number | undefined =>
	job.startedAt === undefined ? undefined : Math.max(0, (job.finishedAt ?? now) - job.startedAt);
