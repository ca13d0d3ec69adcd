import { expect, test } from 'vitest';
import { fakeJob } from '#generation/testing/createFakeJobs.ts';
import { createMemoryResults } from './resultDatabase.ts';
import { sweepReports } from './sweepReports.ts';

test('the sweep takes the reports of jobs that are no more, and no others', async () => {
	const database = createMemoryResults();
	for (const jobId of ['job1', 'job2', 'gone'])
		await database.putReport({ jobId, finishedAt: 1, report: {} as never });
	const jobs = { list: async () => [fakeJob({ number: 1 }), fakeJob({ number: 2, deletedAt: 5 })] };
	await sweepReports(jobs, async () => ({ ...database, close: () => undefined }));
	expect(await database.listReported()).toEqual(['job1', 'job2']);
});
