import { readFile } from 'node:fs/promises';
import {
	type MetricsSummary,
	measureResult,
	type ResultFacts,
	sidecarOf,
	writeSidecar,
} from '../result/writeResult.ts';
import type { Shell } from '../shell/createShell.ts';
import type { BatchRow } from './batchRow.ts';
import type { ReadyJob } from './prepareJobs.ts';

/** Measures finished videos one after the other, while the servers go on with the next. */
export interface Measuring {
	add(job: ReadyJob, video: Uint8Array, path: string): void;
	/** A video of an earlier process: measured where its sidecar has no numbers. */
	addEarlier(job: ReadyJob, path: string): void;
	/** All that was asked for is done, or given up because of the signal. */
	end(cancel: AbortSignal): Promise<void>;
}

export function createMeasuring(
	shell: Shell,
	onNumbers: (job: ReadyJob, numbers: Pick<BatchRow, 'acc5' | 'meanErrorPx'>) => void,
): Measuring {
	let queue: Promise<void> = Promise.resolve();
	let isOver = false;
	const tell = (job: ReadyJob, { adherence }: Pick<MetricsSummary, 'adherence'>): void =>
		onNumbers(job, { acc5: adherence.acc5, meanErrorPx: adherence.meanErrorPx });

	async function measure(job: ReadyJob, video: Uint8Array, path: string): Promise<void> {
		const shot = await job.read();
		if (!shot.ok) return;
		const metrics = await measureResult(video, shot.value);
		if (!metrics.ok) {
			shell.warn(`${shell.text.warning}: ${job.planned.name}: ${metrics.error.message}`);
			return;
		}
		tell(job, metrics.value);
		const sidecar = (await readSidecar(path)) ?? {};
		await writeSidecar(path, { ...sidecar, metrics: metrics.value }, shell.text);
	}

	const enqueue = (work: () => Promise<void>): void => {
		queue = queue.then(async () => {
			if (!isOver) await work();
		});
	};
	return {
		add: (job, video, path) => enqueue(() => measure(job, video, path)),
		addEarlier: (job, path) =>
			enqueue(async () => {
				const metrics = (await readSidecar(path))?.metrics as MetricsSummary | undefined;
				if (metrics?.adherence) return tell(job, metrics);
				const video = await readFile(path).catch(() => undefined);
				if (video) await measure(job, new Uint8Array(video), path);
			}),
		async end(cancel) {
			const stop = (): void => {
				isOver = true;
			};
			if (cancel.aborted) stop();
			cancel.addEventListener('abort', stop);
			await queue;
			cancel.removeEventListener('abort', stop);
		},
	};
}

/** What an earlier process wrote beside a video; undefined when it is not there or no JSON. */
async function readSidecar(path: string): Promise<ResultFacts | undefined> {
	try {
		const value: unknown = JSON.parse(await readFile(sidecarOf(path), 'utf8'));
		return typeof value === 'object' && value !== null ? (value as ResultFacts) : undefined;
	} catch {
		return undefined;
	}
}
