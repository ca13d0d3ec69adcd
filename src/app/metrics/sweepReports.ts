import type { JobStorage } from '#jobs/job.ts';
import { openResultDatabase, type ResultDatabase } from './resultDatabase.ts';

/**
 * Forgets the reports of jobs that are no more: a deleted job goes at once, what is kept beside it in another database may
 * stay behind when the page goes at that moment.
 */
export async function sweepReports(
	jobs: Pick<JobStorage, 'list'>,
	open: () => Promise<ResultDatabase> = openResultDatabase,
): Promise<void> {
	const database = await open();
	try {
		// Reports first: a job that comes meanwhile has no report yet.
		const reported = await database.listReported();
		const kept = new Set((await jobs.list()).map(({ id }) => id));
		for (const id of reported) if (!kept.has(id)) await database.remove(id);
	} finally {
		database.close();
	}
}
