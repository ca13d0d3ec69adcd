import { lintDocument } from '#core/lint/lintDocument.ts';
import type { Job } from '#jobs/job.ts';
import type { RunLog } from '#jobs/runLog/createRunLog.ts';

export interface ReportFacts {
	/** Of this app. */
	readonly version: string;
	/** Of the ComfyUI; undefined: not known. */
	readonly comfyVersion: string | undefined;
	readonly browser: string;
}

/**
 * One text with what is needed to understand a problem: versions, settings, what the checks say, the log. The picture and
 * the tracks' points are no part of it; the prompt is, since it is a setting.
 */
export function problemReport(job: Job, log: RunLog, facts: ReportFacts): string {
	const { document, error, state, phase, remote } = job;
	const { shot, frame, tracks } = document;
	const findings = lintDocument(document).map(({ severity, rule, values }) => ({
		severity,
		rule,
		values,
	}));
	const parts = {
		versions: facts,
		job: { engine: job.engine, number: job.number, state, phase, seed: job.seed, error, remote },
		settings: { shot, frame, tracks: tracks.length },
		checks: findings,
	};
	return [
		'Wan ATI Studio: report of a problem',
		...Object.entries(parts).map(
			([name, value]) => `\n## ${name}\n${JSON.stringify(value, null, 2)}`,
		),
		`\n## log\n${log.text(job.id) || 'nothing was noted of this run\n'}`,
	].join('\n');
}
