import { ruleTextKey } from '#core/lint/lintDocument.ts';
import type { Cause } from '#metrics/report/cause.ts';
import type { Report } from '#metrics/report/report.ts';
import {
	adherenceNames,
	consistencyNames,
	type NumberName,
	smoothnessNames,
} from '#metrics/report/reportRows.ts';
import { formatNumber } from '#metrics/report/reportToMarkdown.ts';
import type { Shell } from '../shell/createShell.ts';
import { metricsText } from './metricsText.ts';

/** A cause as a sentence. */
export function causeSentence(cause: Cause, names: readonly string[], shell: Shell): string {
	const text = metricsText(shell);
	const nameOf = (track: number | undefined): string =>
		track === undefined ? '' : (names[track] ?? text.trackName(track + 1));
	const { kind, track, values, finding } = cause;
	if (kind !== 'finding') return text.causes[kind](nameOf(track), values, nameOf(values.other));
	if (!finding) return '';
	const { title, detail } = shell.app.findings[ruleTextKey(finding.rule)];
	return text.checksSaid(nameOf(track), title(finding.values), detail(finding.values));
}

/** A report on a terminal: a line a number, beside the control and the authors' own, then the tracks and the causes. */
export function describeReport(report: Report, names: readonly string[], shell: Shell): string {
	const text = metricsText(shell);
	const { adherence, smoothness, consistency, control, yardstick, video } = report;
	const label = text.report;
	const beside = (name: NumberName, values: object, title: string): string => {
		const value = (values as Partial<Record<NumberName, number | null>>)[name];
		return value === undefined ? '' : `, ${title} ${formatNumber(name, value)}`;
	};
	const line = (name: NumberName, value: number | null): string =>
		`  ${label.names[name]}: ${formatNumber(name, value)}${beside(name, control, label.columns.frozen)}${beside(name, yardstick, label.columns.ati)}\n`;
	const tracks = adherence.tracks.map((track) => {
		const numbers = (['meanErrorPx', 'acc1', 'acc5', 'appearanceRate', 'gain'] as const).map(
			(name) =>
				`${label.names[name]} ${name === 'meanErrorPx' && track[name] === null ? label.lost : formatNumber(name, track[name])}`,
		);
		return `  ${names[track.track] ?? text.trackName(track.track + 1)}: ${numbers.join(', ')}\n`;
	});
	return [
		`${label.video(video.width, video.height, video.frameCount, adherence.tracks.length)}\n`,
		...adherenceNames.map((name) => line(name, adherence[name])),
		...smoothnessNames.map((name) => line(name, smoothness[name])),
		...consistencyNames.map((name) => line(name, consistency[name])),
		...tracks,
		`${label.noise(report.noiseFloorPx)}\n`,
		...(report.measuredFrom === undefined ? [] : [`${label.measuredFrom(report.measuredFrom)}\n`]),
		...(report.causes.length === 0
			? [`${label.noCauses}\n`]
			: report.causes.map((cause) => `${text.likely}: ${causeSentence(cause, names, shell)}\n`)),
	].join('');
}
