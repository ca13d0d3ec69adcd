import type { AdherenceNumbers } from '../adherence/adherence.ts';
import type { Report } from './report.ts';
import {
	adherenceNames,
	consistencyNames,
	type NumberName,
	smoothnessNames,
} from './reportRows.ts';

/** The words of a report, in one language. */
export interface ReportLabels {
	readonly title: string;
	readonly names: Readonly<Record<NumberName, string>>;
	readonly columns: Readonly<Record<'number' | 'video' | 'frozen' | 'ati' | 'track', string>>;
	readonly causesTitle: string;
	readonly noCauses: string;
	readonly lost: string;
	readonly video: (width: number, height: number, frames: number, tracks: number) => string;
	readonly noise: (px: number) => string;
	readonly measuredFrom: (file: string) => string;
	readonly definitionsTitle: string;
}

/**
 * A report to read: the numbers beside the frozen control and what ATI's authors report, the tracks, the causes, and what
 * each number is.
 * @param trackNames In the order of the plan. @param causes Sentences, most telling first.
 */
export function reportToMarkdown(
	report: Report,
	labels: ReportLabels,
	trackNames: readonly string[],
	causes: readonly string[],
): string {
	const { adherence, smoothness, consistency, control, video, yardstick, definitions } = report;
	const { names, columns } = labels;
	const ati: Partial<Record<NumberName, number>> = yardstick;
	const whole = [
		...adherenceNames.map((name) => [name, adherence[name]] as const),
		...smoothnessNames.map((name) => [name, smoothness[name]] as const),
		...consistencyNames.map((name) => [name, consistency[name]] as const),
	].map(([name, value]) => [
		names[name],
		formatNumber(name, value),
		name in control ? formatNumber(name, control[name as keyof AdherenceNumbers]) : '',
		ati[name] === undefined ? '' : formatNumber(name, ati[name]),
	]);
	const tracks = adherence.tracks.map((track) => [
		plain(trackNames[track.track] ?? String(track.track + 1)),
		...adherenceNames.map((name) =>
			track.meanErrorPx === null && name === 'meanErrorPx'
				? labels.lost
				: formatNumber(name, track[name]),
		),
	]);
	return [
		`# ${labels.title}`,
		labels.video(video.width, video.height, video.frameCount, adherence.tracks.length),
		table([columns.number, columns.video, columns.frozen, columns.ati], whole),
		labels.noise(report.noiseFloorPx),
		...(report.measuredFrom === undefined ? [] : [labels.measuredFrom(plain(report.measuredFrom))]),
		table([columns.track, ...adherenceNames.map((name) => names[name])], tracks),
		`## ${labels.causesTitle}`,
		causes.length > 0 ? causes.map((cause) => `- ${plain(cause)}`).join('\n') : labels.noCauses,
		`## ${labels.definitionsTitle}`,
		Object.entries(definitions)
			.map(([name, meaning]) => `- \`${name}\`: ${plain(meaning)}`)
			.join('\n'),
		`${columns.ati}: ${yardstick.source}`,
	]
		.join('\n\n')
		.concat('\n');
}

const shares: readonly NumberName[] = ['acc1', 'acc5', 'appearanceRate', 'repeatRatio'];

/** `12.3 %`, `4.21`, or a dash for what cannot be told. */
export const formatNumber = (name: NumberName, value: number | null | undefined): string => {
	if (value === null || value === undefined) return '\u2013';
	if (shares.includes(name)) return `${(value * 100).toFixed(1)} %`;
	return name === 'lagFrames' ? String(value) : value.toFixed(value >= 100 ? 0 : 3);
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
	[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const plain = (text: string): string => text.replace(/[|\\`*_<>[\]]/g, '\\$&').replace(/\s+/g, ' ');
