import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '#core/result.ts';
import { missingMedia } from '#media/node/missingMedia.ts';
import type { GenerateProduct } from '../generate/generateCommand.ts';
import { stopOnSignals } from '../generate/stopOnSignals.ts';
import { chooseServers } from '../server/chooseServers.ts';
import { loadTemplate } from '../server/loadTemplate.ts';
import { openClient } from '../server/openServers.ts';
import { type Shell, withShell } from '../shell/createShell.ts';
import { type Ending, type Failure, failureEnding } from '../shell/ending.ts';
import { type ExitCode, exitCodes } from '../shell/exitCodes.ts';
import { codeOf, writeWhole } from '../shell/writeWhole.ts';
import type { BatchFlags } from './batchCommand.ts';
import { type BatchRow, rowsToCsv } from './batchRow.ts';
import { contactSheet } from './contactSheet.ts';
import { makeVideos } from './makeVideos.ts';
import { openJournal } from './openJournal.ts';
import { prepareJobs, type ReadyJob, type WrongJob } from './prepareJobs.ts';
import { readPlan } from './readPlan.ts';

/** Reads a plan, checks every job, makes the videos that are not there, and sums up. */
export const runBatchCommand = (
	plan: string,
	flags: BatchFlags,
	product: GenerateProduct,
): Promise<void> =>
	withShell(flags, async (shell) => {
		const { text } = shell;
		const cancel = new AbortController();
		const restore = stopOnSignals(cancel, {
			onFirst: () => shell.warn(text.batch.stopping),
			onSecond: () => {
				shell.progress.end();
				shell.warn(text.batch.left);
			},
		});
		try {
			const done = await runPlan(plan, flags, product, cancel.signal, shell);
			return done.ok ? done.value : failureEnding(done.error, text.error);
		} finally {
			restore();
		}
	});

async function runPlan(
	plan: string,
	flags: BatchFlags,
	product: GenerateProduct,
	cancel: AbortSignal,
	shell: Shell,
): Promise<Result<Ending, Failure>> {
	const { text } = shell;
	if (flags.perServer < 1 || flags.perServer > 16)
		return usage(
			text.shot.badOption('--per-server', flags.perServer < 1 ? 'tooSmall' : 'tooLarge'),
		);
	const planned = await readPlan(plan, shell);
	if (!planned.ok) return planned;
	const servers = chooseServers(flags, process.env, true);
	if (!servers.ok) return servers;
	const output = flags.output ?? join(dirname(plan), `${stemOf(plan)}-videos`);
	const template = await loadTemplate(product.workflowFile);
	const [first] = servers.value;
	const jobs = await prepareJobs(
		planned.value,
		{
			folder: dirname(plan),
			output,
			template,
			models: flags,
			client: first && openClient(first),
		},
		shell,
		(done) => shell.progress.show(done / planned.value.length, text.batch.checking),
	);
	shell.progress.end();
	for (const job of jobs)
		if ('failure' in job) shell.warn(`${text.error}: ${job.planned.name}: ${job.failure.message}`);
	if (flags.dryRun) return ok(dryRun(jobs, shell));
	const metrics = flags.metrics && (await missingMedia('video')) === undefined;
	if (flags.metrics && !metrics) shell.say(`${text.note}: ${text.batch.noMetrics}`);
	try {
		await mkdir(output, { recursive: true });
	} catch (error) {
		return usage(text.files.notWritable(output, codeOf(error)));
	}
	const journal = await openJournal(`${plan}.journal`, flags.fresh === true, text);
	if (!journal.ok) return journal;
	let rows: readonly BatchRow[];
	try {
		rows = await makeVideos(
			jobs,
			{ servers: servers.value, template, journal: journal.value, metrics, flags, cancel },
			shell,
		);
	} finally {
		await journal.value.close();
	}
	return summarise(plan, output, rows, cancel, shell);
}

/** The jobs in the order in which they would run. */
function dryRun(jobs: readonly (ReadyJob | WrongJob)[], { text }: Shell): Ending {
	const ready = jobs.filter((job): job is ReadyJob => 'key' in job);
	const groups = [...new Set(ready.map(({ group }) => group))];
	const ordered = groups.flatMap((group) => ready.filter((job) => job.group === group));
	const lines = ordered.map(({ planned, output, group }) =>
		text.batch.planned(groups.indexOf(group) + 1, planned.name, output),
	);
	return {
		exitCode: ready.length < jobs.length ? exitCodes.invalid : exitCodes.ok,
		document: {
			jobs: ordered.map(({ planned, seed, output, group }) => ({
				name: planned.name,
				group: groups.indexOf(group) + 1,
				seed,
				output,
			})),
			invalid: jobs.flatMap((job) =>
				'failure' in job ? [{ name: job.planned.name, error: errorOf(job.failure) }] : [],
			),
		},
		text: lines.map((line) => `${line}\n`).join(''),
	};
}

const errorOf = ({ kind, message, facts }: Failure) => ({ ...facts, kind, message });

async function summarise(
	plan: string,
	output: string,
	rows: readonly BatchRow[],
	cancel: AbortSignal,
	shell: Shell,
): Promise<Result<Ending, Failure>> {
	const { text } = shell;
	const csv = join(output, 'summary.csv');
	const html = join(output, 'summary.html');
	for (const [path, content] of [
		[csv, rowsToCsv(rows)],
		[html, contactSheet(stemOf(plan), rows, output, text)],
	] as const) {
		const written = await writeWhole(path, content, text);
		if (!written.ok) return written;
	}
	const done = rows.filter(({ status }) => status === 'done').length;
	shell.say(`${text.batch.doneOf(done, rows.length)} ${text.files.wrote(html, csv)}`);
	return ok({
		exitCode: cancel.aborted ? exitCodes.interrupted : exitCodeOf(rows),
		document: { jobs: rows, done, output, summary: { csv, html } },
		text: '',
	});
}

/** What all failures have in common, else that something failed. */
function exitCodeOf(rows: readonly BatchRow[]): ExitCode {
	const codes = new Set(
		rows.flatMap(({ status, error }) =>
			status === 'done' ? [] : [codeOfRow(status, error?.exitCode)],
		),
	);
	const [only] = codes;
	if (only === undefined) return exitCodes.ok;
	return codes.size === 1 ? only : exitCodes.failed;
}

const codeOfRow = (status: BatchRow['status'], code: ExitCode | undefined): ExitCode =>
	status === 'cancelled' ? exitCodes.interrupted : (code ?? exitCodes.failed);

const stemOf = (path: string): string =>
	(path.split(/[/\\]/).at(-1) ?? '').replace(/\.(ya?ml|json)$/i, '') || 'batch';

const usage = (message: string): Result<never, Failure> =>
	fail({ exitCode: exitCodes.usage, kind: 'usage', message });
