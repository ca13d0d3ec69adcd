import { useRef } from 'react';
import type { Job } from '#jobs/job.ts';

/**
 * When something was last heard of a job, ms since the epoch: the manager makes a new job of each event.
 * When it is first looked at, that counts as now.
 */
export function useLastNews(job: Job): number {
	const last = useRef({ job, at: Date.now() });
	if (last.current.job !== job) last.current = { job, at: Date.now() };
	return last.current.at;
}
