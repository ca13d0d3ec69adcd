import type { AdherenceNumbers } from '../adherence/adherence.ts';
import type { Report } from './report.ts';

export const adherenceNames = [
	'meanErrorPx',
	'finalErrorPx',
	'acc1',
	'acc5',
	'appearanceRate',
	'gain',
	'lagFrames',
] as const;
export const smoothnessNames = [
	'jerkPx',
	'planJerkPx',
	'excessJerkPx',
	'logDimensionlessJerk',
	'repeatRatio',
	'interpolation',
] as const;
export const consistencyNames = ['flicker', 'rawFlicker', 'background', 'subject'] as const;

export type NumberName =
	| (typeof adherenceNames)[number]
	| (typeof smoothnessNames)[number]
	| (typeof consistencyNames)[number];

/** One number of a report. */
export interface ReportRow {
	readonly group: 'adherence' | 'smoothness' | 'consistency' | 'control';
	readonly name: NumberName;
	/** From 0; null: all of them, the whole video. */
	readonly track: number | null;
	/** null: cannot be told. */
	readonly value: number | null;
}

/** All numbers of a report, the whole first, then track by track, then the frozen control. */
export function reportRows({ adherence, smoothness, consistency, control }: Report): ReportRow[] {
	const row = (
		group: ReportRow['group'],
		name: NumberName,
		value: number | null,
		track: number | null = null,
	): ReportRow => ({ group, name, track, value });
	return [
		...adherenceNames.map((name) => row('adherence', name, adherence[name])),
		...smoothnessNames.map((name) => row('smoothness', name, smoothness[name])),
		...consistencyNames.map((name) => row('consistency', name, consistency[name])),
		...adherence.tracks.flatMap((track) =>
			adherenceNames.map((name) => row('adherence', name, track[name], track.track)),
		),
		...controlNames.map((name) => row('control', name, control[name])),
	];
}

const controlNames = adherenceNames.filter(
	(name): name is keyof AdherenceNumbers => name !== 'lagFrames',
);
