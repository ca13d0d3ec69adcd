import type { GenerationStore } from '#generation/jobs/createGenerationStore.ts';
import type { PointSource } from '#generation/metrics/reportState.ts';
import type { Job } from '#jobs/job.ts';
import type { MetricsRequest } from '#metrics/report/metricsWork.ts';
import type { MetricsRunner } from './createMetricsRunner.ts';
import type { ResultDatabase } from './resultDatabase.ts';

export interface ReportWatch {
	readonly generation: GenerationStore;
	readonly database: Pick<ResultDatabase, 'getReport' | 'putReport' | 'remove'>;
	readonly runner: Pick<MetricsRunner, 'measure'>;
	/** The job's video and plan; undefined: the video is gone. */
	request(job: Job): Promise<MetricsRequest | undefined>;
	/** Whether a video that has just been finished is measured unasked. */
	isAutomatic(): boolean;
	/** Ms since the epoch: what was finished before is measured only when it is asked for. */
	readonly since: number;
	/** Does the work while no other tab does the work of that name. */
	alone(name: string, signal: AbortSignal, work: () => Promise<void>): Promise<void>;
}

/**
 * Keeps the reports in step with the jobs: reads what is stored, measures a finished video (one at a
 * time, and none while a draft is rendered), forgets what
 * was deleted or made again.
 * @returns the way to end it; a measurement in work is given up.
 */
export function watchReports(watch: ReportWatch): () => void {
	const { generation, database } = watch;
	const { manager } = generation;
	const closing = new AbortController();
	/** Looked up, by job: when its video was finished. */
	const known = new Map<string, number>();
	/** The job that is measured now. */
	let work: { readonly id: string; readonly stop: AbortController } | undefined;

	const put = generation.getState().putReport;
	const forget = (id: string) => {
		known.delete(id);
		put(id, undefined);
		if (work?.id === id) work.stop.abort();
		void database.remove(id).catch(() => undefined);
	};
	const look = () => {
		const jobs = manager.getJobs();
		const done = new Map(jobs.filter(isMeasurable).map((job) => [job.id, job]));
		// What can be taken back comes back with its report.
		const deleted = new Set(manager.getDeleted().map(({ id }) => id));
		for (const id of [...known.keys()]) if (!done.has(id) && !deleted.has(id)) forget(id);
		for (const job of done.values()) if (!known.has(job.id)) void open(job);
		next();
	};
	const open = async (job: Job) => {
		const finishedAt = job.finishedAt ?? 0;
		known.set(job.id, finishedAt);
		const stored = await database.getReport(job.id).catch(() => undefined);
		if (closing.signal.aborted || known.get(job.id) !== finishedAt) return;
		if (stored?.finishedAt === finishedAt)
			return put(job.id, { state: 'done', report: stored.report });
		const isFresh = finishedAt >= watch.since;
		put(job.id, { state: isFresh && watch.isAutomatic() ? 'waiting' : 'none' });
	};
	const next = () => {
		if (work || closing.signal.aborted || isRendering(manager.getJobs())) return;
		const { reports } = generation.getState();
		const job = manager.getJobs().findLast(({ id }) => reports[id]?.state === 'waiting');
		if (!job) return;
		const stop = new AbortController();
		work = { id: job.id, stop };
		const waiting = reports[job.id];
		const points = waiting?.state === 'waiting' ? waiting.points : undefined;
		void measure(job, points, AbortSignal.any([stop.signal, closing.signal]))
			.catch((cause: unknown) => {
				if (stop.signal.aborted || closing.signal.aborted) return;
				put(job.id, { state: 'failed', error: { kind: 'cannotDecode', detail: String(cause) } });
			})
			.finally(() => {
				work = undefined;
				next();
			});
	};
	const measure = (job: Job, points: PointSource | undefined, signal: AbortSignal) =>
		watch.alone(`wan-ati metrics ${job.id}`, signal, async () => {
			const finishedAt = job.finishedAt ?? 0;
			// Another tab may have done it meanwhile.
			const stored = await database.getReport(job.id).catch(() => undefined);
			if (!points && stored?.finishedAt === finishedAt)
				return put(job.id, { state: 'done', report: stored.report });
			put(job.id, { state: 'measuring', fraction: 0 });
			const request = await watch.request(job);
			signal.throwIfAborted();
			if (!request) return put(job.id, { state: 'failed', error: { kind: 'noFrames' } });
			const frames = job.video?.frameCount ?? 1;
			const others = typeof points === 'object' ? points : {};
			const result = await watch.runner.measure(
				{ ...request, ...others },
				{
					signal,
					onProgress: (count) =>
						put(job.id, { state: 'measuring', fraction: Math.min(1, count / frames) }),
				},
			);
			signal.throwIfAborted();
			if (!result.ok) return put(job.id, { state: 'failed', error: result.error });
			put(job.id, { state: 'done', report: result.value });
			await database
				.putReport({ jobId: job.id, finishedAt, report: result.value })
				// Storage full: the report still holds for this visit.
				.catch(() => undefined);
		});

	const leaveJobs = manager.subscribe(look);
	const leaveReports = generation.subscribe(next);
	look();
	next();
	return () => {
		leaveJobs();
		leaveReports();
		closing.abort();
	};
}

/** A draft that somebody waits for has the processor to itself. */
const isRendering = (jobs: readonly Job[]): boolean =>
	jobs.some(
		({ engine, state }) => engine === 'draft' && (state === 'running' || state === 'queued'),
	);

/** Whether a job has a video that can be measured against tracks. */
export const isMeasurable = (job: Job): boolean =>
	job.state === 'done' &&
	job.video !== undefined &&
	job.video.extension !== 'zip' &&
	job.document.tracks.some(({ visible }) => visible);
