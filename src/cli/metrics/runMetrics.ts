import { access } from 'node:fs/promises';
import { fail, ok, type Result } from '#core/result.ts';
import { loadVideoCodecs } from '#media/node/optionalPackages.ts';
import { probeVideo, type VideoFacts } from '#media/node/probeVideo.ts';
import type { MeasureError } from '#metrics/report/measureVideo.ts';
import type { Report } from '#metrics/report/report.ts';
import { reportToCsv } from '#metrics/report/reportToCsv.ts';
import { reportToMarkdown } from '#metrics/report/reportToMarkdown.ts';
import { measureBytes } from '../result/measureBytes.ts';
import { type Shell, withShell } from '../shell/createShell.ts';
import { type Ending, type Failure, failureEnding } from '../shell/ending.ts';
import { type ExitCode, exitCodes } from '../shell/exitCodes.ts';
import { inputFiles } from '../shell/inputFiles.ts';
import { checkTarget, writeWhole } from '../shell/writeWhole.ts';
import { readFileWhole } from '../shot/readFileWhole.ts';
import { causeSentence, describeReport } from './describeReport.ts';
import type { MetricsFlags } from './metricsCommand.ts';
import { metricsText } from './metricsText.ts';
import { readMeasuredFlags } from './readMeasuredFlags.ts';
import { type MetricsPlan, readPlan } from './readPlan.ts';
import { type NamedReport, reportsToHtml } from './reportsToHtml.ts';

const limitBytes = 2 * 1024 * 1024 * 1024;

const videoEndings = ['mp4', 'mov', 'webm', 'mkv', 'webp'];

/** Measures videos against tracks and prints or writes the report. */
export const runMetrics = (named: readonly string[], flags: MetricsFlags): Promise<void> =>
	withShell(flags, async (shell) => {
		const { text } = shell;
		const blocked = flags.output === undefined ? undefined : await checkTarget(flags.output, text);
		if (blocked) return failureEnding(blocked, text.error);
		const files = await inputFiles(named, videoEndings);
		const [only] = files;
		if (files.length === 1 && only) {
			const done = await measure(only.path, flags, shell);
			if (!done.ok) return failureEnding(done.error, text.error);
			return conclude(nameOf(only.path, done.value, shell), flags, shell);
		}
		if (flags.measured !== undefined || files.length === 0)
			return failureEnding(
				{
					exitCode: files.length === 0 ? exitCodes.invalid : exitCodes.usage,
					kind: files.length === 0 ? 'noVideos' : 'usage',
					message: files.length === 0 ? text.metrics.noVideos : text.metrics.oneMeasured,
				},
				text.error,
			);
		const reports: NamedReport[] = [];
		const failures: Failure[] = [];
		for (const { path } of files) {
			const done = await measure(path, flags, shell);
			if (done.ok) reports.push(nameOf(path, done.value, shell));
			else {
				failures.push(done.error);
				shell.warn(`${text.error}: ${done.error.message}`);
			}
		}
		return concludeMany(reports, failures, flags, shell);
	});

const nameOf = (path: string, { report, plan }: Measured, shell: Shell): NamedReport => ({
	name: path,
	report,
	trackNames: plan.names,
	sentences: report.causes.map((cause) => causeSentence(cause, plan.names, shell)),
});

/** Beside the video, named alike. */
async function tracksOf(video: string, { tracks }: MetricsFlags): Promise<string | undefined> {
	if (tracks !== undefined) return tracks;
	const stem = video.replace(/\.[a-z0-9]+$/i, '');
	for (const path of [`${stem}.wanati.json`, `${stem}.json`])
		if (
			await access(path).then(
				() => true,
				() => false,
			)
		)
			return path;
	return undefined;
}

interface Measured {
	readonly report: Report;
	readonly plan: MetricsPlan;
}

async function measure(
	path: string,
	flags: MetricsFlags,
	shell: Shell,
): Promise<Result<Measured, Failure>> {
	const text = metricsText(shell);
	const codecs = await loadVideoCodecs();
	if (!codecs.ok)
		return fail({ exitCode: exitCodes.failed, kind: 'missingPackage', message: codecs.error });
	const bytes = await readFileWhole(path, limitBytes, shell.text);
	if (!bytes.ok) return bytes;
	const refuse = (kind: string, message: string): Result<never, Failure> =>
		fail({
			exitCode: exitCodes.invalid,
			kind,
			message: shell.text.files.inFile(path, message),
			facts: { file: path },
		});
	const facts = await probeVideo(bytes.value);
	if (!facts.ok) return refuse('notAVideo', text.notAVideo(facts.error));
	const tracks = await tracksOf(path, flags);
	if (tracks === undefined)
		return fail({
			exitCode: exitCodes.usage,
			kind: 'usage',
			message: shell.text.files.inFile(path, shell.text.metrics.noTracks),
		});
	const plan = await readPlan(tracks, facts.value, shell);
	if (!plan.ok) return plan;
	const measured = await readMeasuredFlags(flags, shell);
	if (!measured.ok) return measured;
	noteScale(plan.value, facts.value, shell);
	const { frameCount } = facts.value;
	const report = await measureBytes(
		bytes.value,
		plan.value,
		(done) =>
			shell.progress.show(Math.min(1, done / frameCount), `${text.progress} ${done}/${frameCount}`),
		measured.value,
	);
	if (report.ok) return ok({ report: report.value, plan: plan.value });
	const { error } = report;
	return error.kind === 'damaged'
		? refuse('damaged', text.notAVideo(error.detail))
		: refuse(error.kind, describeError(error, shell));
}

function describeError(error: MeasureError, shell: Shell): string {
	const text = metricsText(shell);
	if (error.kind !== 'otherShape') return text[error.kind];
	return text.otherShape(error.tracks, error.frames, error.wantedTracks, error.wantedFrames);
}

function noteScale({ frame }: MetricsPlan, { width, height }: VideoFacts, shell: Shell): void {
	if (frame.width === width && frame.height === height) return;
	const message = metricsText(shell).scaled(
		`${frame.width} x ${frame.height}`,
		`${width} x ${height}`,
	);
	shell.say(`${shell.text.note}: ${message}`);
}

async function conclude(one: NamedReport, flags: MetricsFlags, shell: Shell): Promise<Ending> {
	const { report, trackNames, sentences } = one;
	const document = documentOf(one);
	const content = {
		csv: () => reportToCsv(report),
		md: () => reportToMarkdown(report, metricsText(shell).report, trackNames, sentences),
		html: () => reportsToHtml([one], labelsOf(shell)),
		json: () => `${JSON.stringify(document, null, '\t')}\n`,
		text: () => describeReport(report, trackNames, shell),
	}[formOf(flags)]();
	return end(content, document, flags, shell);
}

/** Several videos; one that could not be measured is named among them. */
function concludeMany(
	reports: readonly NamedReport[],
	failures: readonly Failure[],
	flags: MetricsFlags,
	shell: Shell,
): Promise<Ending> {
	const labels = metricsText(shell).report;
	const document = {
		reports: reports.map((one) => ({ file: one.name, ...documentOf(one) })),
		errors: failures.map(({ kind, message, facts }) => ({ ...facts, kind, message })),
	};
	const content = {
		csv: () => reportsToCsv(reports),
		md: () =>
			reports
				.map(
					({ name, report, trackNames, sentences }) =>
						`${reportToMarkdown(report, { ...labels, title: name }, trackNames, sentences)}\n`,
				)
				.join(''),
		html: () => reportsToHtml(reports, labelsOf(shell)),
		json: () => `${JSON.stringify(document, null, '\t')}\n`,
		text: () =>
			reports
				.map(
					({ name, report, trackNames }) => `${name}\n${describeReport(report, trackNames, shell)}`,
				)
				.join('\n'),
	}[formOf(flags)]();
	return end(content, document, flags, shell, failures[0]?.exitCode);
}

const documentOf = ({ report, trackNames, sentences }: NamedReport) => ({
	...report,
	trackNames,
	why: sentences,
});

const labelsOf = (shell: Shell) => ({ ...metricsText(shell).report, ...shell.text.metrics.page });

/** The rows of each, under one heading, with the video in front. */
const reportsToCsv = (reports: readonly NamedReport[]): string =>
	reports
		.flatMap(({ name, report }, n) => {
			const [head = '', ...rows] = reportToCsv(report).trimEnd().split('\n');
			const video = /[",\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
			return [...(n === 0 ? [`video,${head}`] : []), ...rows.map((row) => `${video},${row}`)];
		})
		.map((row) => `${row}\n`)
		.join('');

async function end(
	content: string,
	document: Readonly<Record<string, unknown>>,
	{ output, ...flags }: MetricsFlags,
	shell: Shell,
	exitCode: ExitCode = exitCodes.ok,
): Promise<Ending> {
	if (output === undefined) return { exitCode, document, text: content };
	const written = await writeWhole(output, content, shell.text);
	if (!written.ok) return failureEnding(written.error, shell.text.error);
	shell.say(shell.text.files.wrote(output, formOf({ output, ...flags })));
	return { exitCode, document: { output, ...document }, text: '' };
}

type Form = 'json' | 'csv' | 'md' | 'html' | 'text';

/** What is asked for; a file's ending counts where nothing is. */
function formOf({ json, csv, md, html, output }: MetricsFlags): Form {
	if (csv) return 'csv';
	if (md) return 'md';
	if (html) return 'html';
	if (json) return 'json';
	const [, ending] = /\.(csv|md|html|json)$/i.exec(output ?? '') ?? [];
	return (ending?.toLowerCase() as Form | undefined) ?? 'text';
}
