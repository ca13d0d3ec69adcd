import type { Job } from '#jobs/job.ts';
import type { Report } from '#metrics/report/report.ts';
import { reportToCsv } from '#metrics/report/reportToCsv.ts';
import { reportToMarkdown } from '#metrics/report/reportToMarkdown.ts';
import type { MetricsMessages } from '#text/en/metrics.ts';
import { downloadBytes } from '../download/downloadBytes.ts';
import { resultFileName } from '../player/resultFiles.ts';

export type ReportFormat = 'json' | 'csv' | 'md';

export interface ReportWords {
	readonly text: MetricsMessages;
	readonly trackNames: readonly string[];
	/** Sentences, most telling first. */
	readonly causes: readonly string[];
}

/** A report as the text of a file: the very forms that `wan-ati metrics` writes. */
export function reportText(report: Report, format: ReportFormat, words: ReportWords): string {
	const { text, trackNames, causes } = words;
	if (format === 'csv') return reportToCsv(report);
	if (format === 'md') return reportToMarkdown(report, text.report, trackNames, causes);
	return `${JSON.stringify({ ...report, trackNames, why: causes }, null, '\t')}\n`;
}

const mediaTypes = { json: 'application/json', csv: 'text/csv', md: 'text/markdown' } as const;

export const downloadReport = (
	job: Job,
	report: Report,
	format: ReportFormat,
	words: ReportWords,
): void =>
	downloadBytes(
		reportText(report, format, words),
		`${mediaTypes[format]};charset=utf-8`,
		resultFileName(job, format, 'report'),
	);
