import { fail, ok, type Result } from '#core/result.ts';
import { decodeVideo } from '#media/node/decodeVideo.ts';
import { loadVideoCodecs } from '#media/node/optionalPackages.ts';
import { probeVideo, type VideoFacts } from '#media/node/probeVideo.ts';
import type { Luma } from '#metrics/pointTracking/createPointTracker.ts';
import { lumaOfRgba } from '#metrics/pointTracking/trackPoints.ts';
import { type MeasureError, measureVideo } from '#metrics/report/measureVideo.ts';
import type { Report } from '#metrics/report/report.ts';
import { reportToCsv } from '#metrics/report/reportToCsv.ts';
import { reportToMarkdown } from '#metrics/report/reportToMarkdown.ts';
import { type Shell, withShell } from '../shell/createShell.ts';
import { type Ending, type Failure, failureEnding } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { checkTarget, writeWhole } from '../shell/writeWhole.ts';
import { readFileWhole } from '../shot/readFileWhole.ts';
import { causeSentence, describeReport } from './describeReport.ts';
import type { MetricsFlags } from './metricsCommand.ts';
import { metricsText } from './metricsText.ts';
import { readMeasured } from './readMeasured.ts';
import { type MetricsPlan, readPlan } from './readPlan.ts';

const limitBytes = 2 * 1024 * 1024 * 1024;

/** Measures a video against tracks and prints or writes the report. */
export const runMetrics = (video: string, flags: MetricsFlags): Promise<void> =>
	withShell(flags, async (shell) => {
		const { text } = shell;
		const blocked = flags.output === undefined ? undefined : await checkTarget(flags.output, text);
		if (blocked) return failureEnding(blocked, text.error);
		const done = await measure(video, flags, shell);
		if (!done.ok) return failureEnding(done.error, text.error);
		return conclude(done.value, flags, shell);
	});

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
	const plan = await readPlan(flags.tracks, facts.value, shell);
	if (!plan.ok) return plan;
	const measured =
		flags.measured === undefined ? undefined : await readMeasured(flags.measured, shell);
	if (measured && !measured.ok) return measured;
	noteScale(plan.value, facts.value, shell);
	const { samples, frame, trackIds, findings } = plan.value;
	const { frameCount } = facts.value;
	let report: Result<Report, MeasureError>;
	try {
		report = await measureVideo(lumaOf(bytes.value), samples, {
			frame,
			trackIds,
			findings,
			...(measured ? { measured: measured.value } : {}),
			onProgress: (done) =>
				shell.progress.show(
					Math.min(1, done / frameCount),
					`${text.progress} ${done}/${frameCount}`,
				),
		});
	} catch (error) {
		return refuse(
			'damaged',
			text.notAVideo(error instanceof Error ? error.message : String(error)),
		);
	}
	if (report.ok) return ok({ report: report.value, plan: plan.value });
	const { error } = report;
	return refuse(error.kind, describeError(error, shell));
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

async function* lumaOf(bytes: Uint8Array): AsyncGenerator<Luma, void, void> {
	for await (const { rgba, width, height } of decodeVideo(bytes))
		yield lumaOfRgba(rgba, width, height);
}

async function conclude(
	{ report, plan }: Measured,
	flags: MetricsFlags,
	shell: Shell,
): Promise<Ending> {
	const { names } = plan;
	const sentences = report.causes.map((cause) => causeSentence(cause, names, shell));
	const document = { ...report, trackNames: names, why: sentences };
	const form = formOf(flags);
	const content = {
		csv: () => reportToCsv(report),
		md: () => reportToMarkdown(report, metricsText(shell).report, names, sentences),
		json: () => `${JSON.stringify(document, null, '\t')}\n`,
		text: () => describeReport(report, names, shell),
	}[form]();
	if (flags.output === undefined) return { exitCode: exitCodes.ok, document, text: content };
	const written = await writeWhole(flags.output, content, shell.text);
	if (!written.ok) return failureEnding(written.error, shell.text.error);
	shell.say(shell.text.files.wrote(flags.output, form));
	return { exitCode: exitCodes.ok, document: { output: flags.output, ...document }, text: '' };
}

/** What is asked for; a file's ending counts where nothing is. */
function formOf({ json, csv, md, output }: MetricsFlags): 'json' | 'csv' | 'md' | 'text' {
	if (csv) return 'csv';
	if (md) return 'md';
	if (json) return 'json';
	const [, ending] = /\.(csv|md|json)$/i.exec(output ?? '') ?? [];
	return (ending?.toLowerCase() as 'csv' | 'md' | 'json' | undefined) ?? 'text';
}
