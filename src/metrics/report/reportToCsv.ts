import type { Report } from './report.ts';
import { reportRows } from './reportRows.ts';

/**
 * A report as rows `group,track,metric,value`: one number a row, tracks from 0, `all` for the whole; an empty value was
 * not to be told. Dots as decimal signs, full precision, line ends LF.
 */
export const reportToCsv = (report: Report): string =>
	`group,track,metric,value\n${reportRows(report)
		.map(({ group, track, name, value }) => `${group},${track ?? 'all'},${name},${value ?? ''}\n`)
		.join('')}`;
