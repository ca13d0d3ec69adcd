import type { ResultsMessages } from '#text/en/results.ts';
import {
	errorBounds,
	errorHistogram,
	errorOverTime,
	type FrameValues,
	measuredSpeed,
	plannedSpeed,
} from '../metrics/charts/chartData.ts';
import type { ChartLine } from '../metrics/charts/createLineChart.ts';
import { type ResultSide, sideColor } from './resultSide.ts';

/* The lines, bars and tables of one result or two: A solid, B dashed. */

type Words = ResultsMessages['charts'];

const dashOf = (letter: 'A' | 'B') => (letter === 'B' ? { dash: [6, 4] } : {});

export function errorLines(sides: readonly ResultSide[], track: number | null): ChartLine[] {
	const id = track === null ? null : sides[0]?.tracks[track]?.id;
	return sides.flatMap(({ letter, report, tracks }) => {
		if (!report) return [];
		const own = track === null ? null : tracks.findIndex((other) => other.id === id);
		const values = errorOverTime(report, own);
		return [{ label: letter, color: sideColor[letter], values, ...dashOf(letter) }];
	});
}

export function speedLines(
	sides: readonly ResultSide[],
	track: number,
	fps: number,
	planned: string,
): ChartLine[] {
	const plan = sides[0]?.tracks[track];
	const measured = sides.flatMap(({ letter, report, tracks, job }) => {
		const own = tracks.findIndex(({ id }) => id === plan?.id);
		if (!report || own < 0) return [];
		const values = measuredSpeed(report, own, job.video?.fps ?? fps);
		return [{ label: letter, color: sideColor[letter], values, ...dashOf(letter) }];
	});
	return plan
		? [
				{
					label: planned,
					color: '--fg-3',
					values: plannedSpeed(plan.plan, fps),
					dash: [2, 3],
					width: 1.5,
				},
				...measured,
			]
		: measured;
}

export function histogramBars(sides: readonly ResultSide[], t: Words) {
	const spreads = sides.flatMap(({ report }) => (report ? [errorHistogram(report)] : []));
	return [
		...errorBounds.map((from, i) => ({
			label: t.upTo(from, errorBounds[i + 1] ?? null),
			tick: i + 1 < errorBounds.length ? String(from) : t.upTo(from, null),
			shares: spreads.map(({ bars }) => bars[i] ?? 0),
		})),
		{ label: t.lost, tick: t.lost, shares: spreads.map(({ lost }) => lost) },
	];
}

export function frameTable(lines: readonly ChartLine[], fps: number, t: Words) {
	const count = Math.max(0, ...lines.map(({ values }) => values.length));
	const cell = (values: FrameValues, k: number) => values[k]?.toFixed(1) ?? t.dash;
	return {
		head: [t.time, ...lines.map(({ label }) => label)],
		rows: Array.from({ length: count }, (_, k) => [
			(k / fps).toFixed(2),
			...lines.map(({ values }) => cell(values, k)),
		]),
	};
}
