import type { Report } from '#metrics/report/report.ts';
import {
	adherenceNames,
	consistencyNames,
	type NumberName,
	smoothnessNames,
} from '#metrics/report/reportRows.ts';
import { formatNumber, type ReportLabels } from '#metrics/report/reportToMarkdown.ts';
import { escapeHtml, htmlPage } from '../report/htmlPage.ts';
import { barChart, lineChart } from './charts.ts';

/** One video's report, with its name and words. */
export interface NamedReport {
	readonly name: string;
	readonly report: Report;
	readonly trackNames: readonly string[];
	readonly sentences: readonly string[];
}

/** What the page says besides the report's own words. */
export interface HtmlLabels extends ReportLabels {
	readonly errorOverTime: string;
	readonly frame: string;
	readonly compared: string;
}

/** Reports to look at, as one page: with several videos first how they compare, then each with its numbers and charts. */
export function reportsToHtml(reports: readonly NamedReport[], labels: HtmlLabels): string {
	const compared =
		reports.length < 2
			? ''
			: `<h2>${escapeHtml(labels.compared)}</h2>\n${compareTable(reports, labels)}\n${barChart(
					reports.map(({ name, report }) => ({ name, value: report.adherence.acc5 })),
					labels.names.acc5,
				)}`;
	return htmlPage(
		labels.title,
		`<h1>${escapeHtml(labels.title)}</h1>\n${compared}\n${reports.map((one) => section(one, labels)).join('\n')}`,
	);
}

const comparedNames = [
	'acc1',
	'acc5',
	'meanErrorPx',
	'appearanceRate',
	'gain',
	'lagFrames',
] as const;

const compareTable = (reports: readonly NamedReport[], { names }: HtmlLabels): string =>
	table(
		['', ...comparedNames.map((name) => names[name])],
		reports.map(({ name, report }) => [
			name,
			...comparedNames.map((number) => formatNumber(number, report.adherence[number])),
		]),
	);

function section({ name, report, trackNames, sentences }: NamedReport, labels: HtmlLabels): string {
	const { adherence, smoothness, consistency, control, yardstick, video, noiseFloorPx } = report;
	const beside = (values: object, number: NumberName): string => {
		const value = (values as Partial<Record<NumberName, number | null>>)[number];
		return value === undefined ? '' : formatNumber(number, value);
	};
	const row = (number: NumberName, value: number | null): string[] => [
		labels.names[number],
		formatNumber(number, value),
		beside(control, number),
		beside(yardstick, number),
	];
	const { number, video: thisVideo, frozen, ati } = labels.columns;
	const lines = adherence.tracks.map((track, n) => ({
		name: trackNames[n] ?? String(n + 1),
		values: track.errorPx,
	}));
	const why = sentences.length > 0 ? sentences : [labels.noCauses];
	return `<section>
<h2>${escapeHtml(name)}</h2>
<p>${escapeHtml(labels.video(video.width, video.height, video.frameCount, adherence.tracks.length))}</p>
${why.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('\n')}
${table(
	[number, thisVideo, frozen, ati],
	[
		...adherenceNames.map((one) => row(one, adherence[one])),
		...smoothnessNames.map((one) => row(one, smoothness[one])),
		...consistencyNames.map((one) => row(one, consistency[one])),
	],
)}
${lineChart(lines, { title: labels.errorOverTime, xLabel: labels.frame, floor: noiseFloorPx })}
<p>${escapeHtml(labels.noise(noiseFloorPx))}</p>
</section>`;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
	`<div class="scroll"><table><thead>${cells(head, 'th')}</thead><tbody>${rows.map((row) => cells(row, 'td')).join('')}</tbody></table></div>`;

const cells = (row: readonly string[], tag: 'th' | 'td'): string =>
	`<tr>${row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
