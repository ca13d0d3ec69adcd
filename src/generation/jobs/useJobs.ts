import { useSyncExternalStore } from 'react';
import type { JobManager } from '#jobs/createJobManager.ts';
import type { Job } from '#jobs/job.ts';

/** All jobs, oldest first; renders anew after each change. */
export const useJobs = (manager: Pick<JobManager, 'subscribe' | 'getJobs'>): readonly Job[] =>
	useSyncExternalStore(manager.subscribe, manager.getJobs);
