import { access } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { BatchJob, BatchServer } from '#jobs/batch/batchJob.ts';
import type { JournalEnd } from '#jobs/batch/batchJournal.ts';
import { runBatch } from '#jobs/batch/runBatch.ts';
import { isWorthLooking } from '#jobs/batch/serverFault.ts';
import type { EngineOutcome, JobInput } from '#jobs/engine.ts';
import { createRunLog } from '#jobs/runLog/createRunLog.ts';
import { logPrinter } from '../log/logOptions.ts';
import { nodePlatform } from '../platform/nodePlatform.ts';
import { describeOutcome } from '../result/describeOutcome.ts';
import { followEvents } from '../result/followEvents.ts';
import type { ChosenServer } from '../server/chooseServers.ts';
import type { Template } from '../server/loadTemplate.ts';
import { batchServer, byLoad, type JobMeans, openServer } from '../server/openServers.ts';
import type { Shell } from '../shell/createShell.ts';
import { jobInputOf } from '../shot/prepareShot.ts';
import type { BatchFlags } from './batchCommand.ts';
import type { BatchRow } from './batchRow.ts';
import { createMeasuring } from './createMeasuring.ts';
import type { Journal } from './openJournal.ts';
import type { ReadyJob, WrongJob } from './prepareJobs.ts';
import { writeJob } from './writeJob.ts';

export interface VideoMakers {
	readonly servers: readonly ChosenServer[];
	readonly template: Template;
	readonly journal: Journal;
	readonly metrics: boolean;
	readonly flags: BatchFlags;
	readonly cancel: AbortSignal;
}

/** Makes the videos that the journal does not know as done. @returns a row a job, in the plan's order. */
export async function makeVideos(
	jobs: readonly (ReadyJob | WrongJob)[],
	makers: VideoMakers,
	shell: Shell,
): Promise<readonly BatchRow[]> {
	const { journal, flags, cancel, metrics } = makers;
	const { text } = shell;
	const rows = new Map<ReadyJob | WrongJob, BatchRow>();
	const measuring = createMeasuring(shell, (job, numbers) => {
		const row = rows.get(job);
		if (row) rows.set(job, { ...row, ...numbers });
	});
	const open: ReadyJob[] = [];
	for (const job of jobs) {
		if ('failure' in job) rows.set(job, wrongRow(job));
		else {
			const row = await earlierRow(job, journal);
			if (row) {
				rows.set(job, row);
				if (metrics) measuring.addEarlier(job, row.output ?? job.output);
			} else open.push(job);
		}
	}
	const earlier = jobs.length - open.length;
	const made = [...rows.values()].filter(({ status }) => status === 'done').length;
	if (made > 0) shell.say(text.batch.goesOn(made, jobs.length));
	let over = 0;
	const shares = new Map<string, number>();
	const show = (): void => {
		const running = [...shares.values()].reduce((sum, share) => sum + share, 0);
		const all = (earlier + over + running) / jobs.length;
		shell.progress.show(Math.min(1, all), text.batch.progress(earlier + over, jobs.length));
	};
	const following = new Map(
		open.map((job) => [
			job.key,
			followEvents(shell, cancel, {
				title: job.planned.name,
				promptId: journal.memory.get(job.key)?.remote?.promptId,
				show(share) {
					shares.set(job.key, share);
					show();
				},
			}),
		]),
	);
	const began = new Map<string, number>();
	const byKey = new Map(open.map((job) => [job.key, job]));
	const means = new WeakMap<JobInput, JobMeans>();
	if (open.length > 0)
		await runBatch({
			jobs: open.map((job) => batchJob(job, journal, means)),
			servers: await serversOf(open, makers, (input) => means.get(input), shell),
			perServer: flags.perServer,
			retries: flags.retries,
			platform: nodePlatform(),
			cancel,
			async onEvent({ key }, event) {
				if (!began.has(key)) began.set(key, Date.now());
				if (event.type === 'remote')
					await journal.append({
						key,
						at: Date.now(),
						type: 'remote',
						seed: byKey.get(key)?.seed ?? 0,
						remote: event.remote,
					});
				following.get(key)?.onEvent(event);
			},
			onRetry({ key }, outcome, server, waitMs) {
				if (outcome.state === 'done') return;
				const { message } = describeOutcome(outcome, shell);
				const name = byKey.get(key)?.planned.name ?? '';
				shell.warn(
					`${text.warning}: ${name}: ${message} ${text.batch.again(server.id, Math.round(waitMs / 1000))}`,
				);
			},
			async onEnd({ key }, outcome, server) {
				const job = byKey.get(key);
				const follower = following.get(key);
				if (!job || !follower) return;
				const endedAt = Date.now();
				const durationMs = endedAt - (began.get(key) ?? endedAt);
				const row = await writeJob(
					job,
					outcome,
					{ server, promptId: follower.promptId(), durationMs, times: follower.times() },
					shell,
				);
				shares.delete(key);
				over++;
				rows.set(job, row);
				// One that never began leaves the journal as it was.
				if (server)
					await journal.append({
						key,
						at: endedAt,
						type: 'end',
						end: endOf(row, outcome, dirname(journal.path)),
					});
				if (row.status === 'done' && metrics && outcome.state === 'done')
					measuring.add(job, outcome.video.bytes, job.output);
				shell.say(
					`${job.planned.name}: ${text.batch.status[row.status]}${row.status === 'done' ? `, ${text.batch.seconds(row.seconds ?? 0)}` : ''}${row.error ? `. ${row.error.message}` : ''}`,
				);
				show();
			},
		});
	await measuring.end(cancel);
	return jobs.map((job) => rows.get(job) ?? { name: job.planned.name, status: 'waiting' });
}

function batchJob(
	{ key, group, seed, read }: ReadyJob,
	{ memory }: Journal,
	means: WeakMap<JobInput, JobMeans>,
): BatchJob {
	const remote = memory.get(key)?.remote;
	return {
		key,
		group,
		async input() {
			const shot = await read();
			if (!shot.ok) throw new Error(shot.error.message);
			const input = jobInputOf(shot.value, seed);
			means.set(input, shot.value.means);
			return input;
		},
		...(remote ? { remote } : {}),
	};
}

/** Those that are named, and those that have a run of an earlier process, which they only end. */
async function serversOf(
	open: readonly ReadyJob[],
	{ servers, template, journal, flags }: VideoMakers,
	meansOf: (input: JobInput) => JobMeans | undefined,
	shell: Shell,
): Promise<readonly BatchServer[]> {
	const log = createRunLog();
	log.subscribe(logPrinter(flags, shell.warn));
	const means = (input: JobInput): JobMeans => meansOf(input) ?? { models: template.models };
	const named = await byLoad(servers.map((one) => openServer(one, template.graph, means, log)));
	const left = open.flatMap(({ key }) => journal.memory.get(key)?.remote?.serverId ?? []);
	const others = [...new Set(left)].filter((id) => !named.some((server) => server.id === id));
	return [
		...named.map((server) => batchServer(server, { takesNew: true, frees: flags.free })),
		...others.map((baseUrl) =>
			batchServer(openServer({ baseUrl }, template.graph, means, log), {
				takesNew: false,
				frees: false,
			}),
		),
	];
}

const wrongRow = ({ planned, failure: { kind, message, exitCode } }: WrongJob): BatchRow => ({
	name: planned.name,
	status: 'invalid',
	...(planned.seed === undefined ? {} : { seed: planned.seed }),
	error: { kind, message, exitCode },
});

/** What an earlier process made, when its video is still there. */
async function earlierRow(job: ReadyJob, journal: Journal): Promise<BatchRow | undefined> {
	const end = journal.memory.get(job.key)?.end;
	if (end?.state !== 'done' || end.output === undefined) return undefined;
	const output = relative('.', resolve(dirname(journal.path), end.output));
	const isThere = await access(output).then(
		() => true,
		() => false,
	);
	if (!isThere) return undefined;
	return {
		name: job.planned.name,
		status: 'done',
		seed: job.seed,
		output,
		earlier: true,
		...(end.durationMs === undefined ? {} : { seconds: Math.round(end.durationMs / 1000) }),
		...(end.server === undefined ? {} : { server: end.server }),
		...(end.promptId === undefined ? {} : { promptId: end.promptId }),
	};
}

/** Paths in the journal are from its own folder, so that the whole may be moved. */
const endOf = (row: BatchRow, outcome: EngineOutcome, folder: string): JournalEnd => ({
	state: outcome.state === 'done' && row.status !== 'done' ? 'failed' : outcome.state,
	...(row.output === undefined ? {} : { output: relative(folder, row.output) }),
	...(row.seconds === undefined ? {} : { durationMs: row.seconds * 1000 }),
	...(row.server === undefined ? {} : { server: row.server }),
	...(row.promptId === undefined ? {} : { promptId: row.promptId }),
	...(row.error === undefined ? {} : { error: row.error.kind }),
	// A video that could not be written is fetched again.
	...(isWorthLooking(outcome) || (outcome.state === 'done' && row.status !== 'done')
		? { mayStillRun: true }
		: {}),
});
