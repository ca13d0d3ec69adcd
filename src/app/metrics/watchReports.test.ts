import { expect, onTestFinished, test, vi } from 'vitest';
import { emptyDocument, type Track } from '#core/document/document.ts';
import { ok } from '#core/result.ts';
import { createGenerationStore } from '#generation/jobs/createGenerationStore.ts';
import { createFakeJobs, fakeJob } from '#generation/testing/createFakeJobs.ts';
import type { MetricsRequest } from '#metrics/report/metricsWork.ts';
import type { Report } from '#metrics/report/report.ts';
import { createMemoryResults, type ResultDatabase } from './resultDatabase.ts';
import { watchReports } from './watchReports.ts';

const pin: Track = {
	id: 'pin',
	name: 'Pin',
	color: 1,
	visible: true,
	locked: false,
	kind: 'pin',
	points: [{ x: 0, y: 0, mode: 'smooth' }],
	closed: false,
	timing: { start: 0, end: 1, easing: 'linear' },
};
const document = { ...emptyDocument, tracks: [pin] };
const video = {
	mediaType: 'video/mp4',
	extension: 'mp4',
	width: 8,
	height: 8,
	frameCount: 5,
	fps: 16,
	byteLength: 1,
};
const finished = (number: number, finishedAt: number) =>
	fakeJob({ number, state: 'done', document, video, finishedAt });
const report = { version: 1 } as Report;

function setUp(
	initial: readonly ReturnType<typeof finished>[],
	database: ResultDatabase = createMemoryResults(),
	isAutomatic = true,
) {
	const jobs = createFakeJobs(initial);
	const generation = createGenerationStore(jobs);
	const measured: string[] = [];
	const requests: MetricsRequest[] = [];
	const stop = watchReports({
		generation,
		database,
		runner: {
			measure: async (request) => {
				requests.push(request);
				return ok(report);
			},
		},
		request: async ({ id }) => {
			measured.push(id);
			return { bytes: new Uint8Array(1), samples: [] };
		},
		isAutomatic: () => isAutomatic,
		since: 100,
		alone: (_name, _signal, work) => work(),
	});
	onTestFinished(stop);
	const stateOf = (id: string) => generation.getState().reports[id]?.state;
	return { jobs, generation, measured, requests, database, stateOf };
}

test('a video that was just finished is measured and its report kept', async () => {
	const { stateOf, database } = setUp([finished(1, 200)]);
	await vi.waitFor(() => expect(stateOf('job1')).toBe('done'));
	expect(await database.getReport('job1')).toMatchObject({ finishedAt: 200, report });
});

test('what is stored is not measured again', async () => {
	const database = createMemoryResults();
	await database.putReport({ jobId: 'job1', finishedAt: 200, report });
	const { stateOf, measured } = setUp([finished(1, 200)], database);
	await vi.waitFor(() => expect(stateOf('job1')).toBe('done'));
	expect(measured).toEqual([]);
});

test('a video from before this visit, and any where it is switched off, waits to be asked for', async () => {
	const old = setUp([finished(1, 50)]);
	const off = setUp([finished(1, 200)], createMemoryResults(), false);
	for (const { stateOf, generation } of [old, off]) {
		await vi.waitFor(() => expect(stateOf('job1')).toBe('none'));
		generation.getState().putReport('job1', { state: 'waiting' });
		await vi.waitFor(() => expect(stateOf('job1')).toBe('done'));
	}
});

test('a job made again loses its report, a deleted one what is stored of it', async () => {
	const { jobs, stateOf, database } = setUp([finished(1, 200)]);
	await vi.waitFor(async () => expect(await database.getReport('job1')).toBeDefined());
	jobs.set([fakeJob({ number: 1, state: 'queued', document })]);
	expect(stateOf('job1')).toBeUndefined();
	await vi.waitFor(async () => expect(await database.getReport('job1')).toBeUndefined());
	jobs.set([finished(1, 300)]);
	await vi.waitFor(() => expect(stateOf('job1')).toBe('done'));
	jobs.set([]);
	expect(stateOf('job1')).toBeUndefined();
});

test('a draft that is being rendered is not slowed: measuring begins when it is over', async () => {
	const rendering = fakeJob({ number: 2, state: 'running', engine: 'draft', document });
	const { jobs, stateOf } = setUp([finished(1, 200), rendering]);
	await vi.waitFor(() => expect(stateOf('job1')).toBe('waiting'));
	jobs.set([finished(1, 200), { ...rendering, state: 'cancelled' }]);
	await vi.waitFor(() => expect(stateOf('job1')).toBe('done'));
});

test('points of another tracker are measured though a report is kept, and our own again when asked for', async () => {
	const { generation, requests, stateOf } = setUp([finished(1, 200)]);
	await vi.waitFor(() => expect(stateOf('job1')).toBe('done'));
	const points = { measured: [{ places: Float64Array.of(1, 2) }], measuredFrom: 'pred_tracks.npy' };
	generation.getState().putReport('job1', { state: 'waiting', points });
	await vi.waitFor(() => expect(requests).toHaveLength(2));
	expect(requests[1]).toMatchObject(points);
	await vi.waitFor(() => expect(stateOf('job1')).toBe('done'));
	generation.getState().putReport('job1', { state: 'waiting', points: 'own' });
	await vi.waitFor(() => expect(requests).toHaveLength(3));
	expect(requests[2]?.measured).toBeUndefined();
});

test('a deleted result keeps its report while it can be taken back, and not any longer', async () => {
	const { jobs, database, stateOf } = setUp([finished(1, 200)]);
	await vi.waitFor(() => expect(stateOf('job1')).toBe('done'));
	jobs.edit('job1', { deletedAt: 300 });
	jobs.edit('job1', { deletedAt: undefined });
	expect(stateOf('job1')).toBe('done');
	expect(await database.getReport('job1')).toBeDefined();
	jobs.set([]);
	await vi.waitFor(async () => expect(await database.getReport('job1')).toBeUndefined());
});
