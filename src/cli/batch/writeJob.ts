import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BatchServer } from '#jobs/batch/batchJob.ts';
import type { EngineOutcome } from '#jobs/engine.ts';
import { describeOutcome } from '../result/describeOutcome.ts';
import type { StateTimes } from '../result/followEvents.ts';
import { factsOfVideo, timingsOf, writeSidecar, writeVideo } from '../result/writeResult.ts';
import type { Shell } from '../shell/createShell.ts';
import type { Failure } from '../shell/ending.ts';
import type { BatchRow } from './batchRow.ts';
import type { ReadyJob } from './prepareJobs.ts';

/** What is known of a job's run. */
export interface JobRun {
	readonly server: BatchServer | undefined;
	readonly promptId: string | undefined;
	readonly durationMs: number;
	readonly times: StateTimes;
}

/** Writes what came of a job: the video, and its settings beside it. @returns its row in the summary. */
export async function writeJob(
	job: ReadyJob,
	outcome: EngineOutcome,
	{ server, promptId, durationMs, times }: JobRun,
	shell: Shell,
): Promise<BatchRow> {
	const { planned, seed, output } = job;
	const run: Pick<BatchRow, 'name' | 'seed' | 'server' | 'promptId'> = {
		name: planned.name,
		seed,
		...(server ? { server: server.id } : {}),
		...(promptId === undefined ? {} : { promptId }),
	};
	const failed = (status: BatchRow['status'], { kind, message, exitCode }: Failure): BatchRow => ({
		...run,
		status,
		error: { kind, message, exitCode },
	});
	if (outcome.state !== 'done') {
		const failure = describeOutcome(outcome, shell);
		return outcome.state === 'cancelled'
			? { ...run, status: 'cancelled' }
			: failed(outcome.state, failure);
	}
	await mkdir(dirname(output), { recursive: true }).catch(() => undefined);
	const quiet = { ...shell, say: () => undefined };
	const shot = await job.read();
	if (!shot.ok) return failed('failed', shot.error);
	const { document, means, image, samples } = shot.value;
	const { width, height, length, fps } = document.frame;
	const written = await writeVideo(output, outcome, length, quiet);
	if (!written.ok) return failed('failed', written.error);
	const sidecar = await writeSidecar(
		output,
		{
			output,
			...factsOfVideo(outcome),
			...run,
			engine: 'comfy',
			durationMs,
			timings: timingsOf(times, Date.now()),
			shot: { ...document.shot, seed },
			...(means.workflow ? {} : { models: means.models }),
			frame: { width, height, length, fps },
			image: { name: image.name, sha256: image.sha256, width: image.width, height: image.height },
			tracks: samples.length,
		},
		shell.text,
	);
	if (!sidecar.ok) return failed('failed', sidecar.error);
	return { ...run, status: 'done', output, seconds: Math.round(durationMs / 1000) };
}
