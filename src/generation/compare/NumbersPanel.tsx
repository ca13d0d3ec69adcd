import type { Report } from '#metrics/report/report.ts';
import {
	adherenceNames,
	consistencyNames,
	type NumberName,
	smoothnessNames,
} from '#metrics/report/reportRows.ts';
import { formatNumber } from '#metrics/report/reportToMarkdown.ts';
import { useText } from '#ui/text/useText.tsx';
import { scoreTone } from '../metrics/reportState.ts';
import { useMetricsText, useResultsText } from '../metrics/useResultsText.ts';
import styles from './NumbersPanel.module.css';
import type { ResultSide } from './resultSide.ts';

/** The headline scores, and every number of a report beside the other's, ATI's own and a frozen video's. */
export function NumbersPanel({ sides }: { readonly sides: readonly ResultSide[] }) {
	const { common } = useText();
	const t = useResultsText();
	const text = useMetricsText();
	const measured = sides.flatMap(({ letter, report }) => (report ? [{ letter, report }] : []));
	const [first] = measured;
	if (!first) return null;
	const { yardstick, control, noiseFloorPx } = first.report;
	const groups = [
		{ title: t.report.adherence, names: adherenceNames, of: (r: Report) => r.adherence },
		{ title: t.report.smoothness, names: smoothnessNames, of: (r: Report) => r.smoothness },
		{ title: t.report.consistency, names: consistencyNames, of: (r: Report) => r.consistency },
	];
	const number = (values: object, name: NumberName) =>
		formatNumber(name, (values as Partial<Record<NumberName, number | null>>)[name]);
	const beside = (values: object, name: NumberName) => (name in values ? number(values, name) : '');
	return (
		<section className={styles.numbers} aria-label={t.report.numbers}>
			<div className={styles.scores}>
				{measured.map(({ letter, report }) => {
					const { acc1, tracks } = report.adherence;
					return (
						<div key={letter} className={styles.tile}>
							<span className={styles.letter} data-letter={letter}>
								{letter}
							</span>
							<span
								className={styles.score}
								data-tone={acc1 === null ? undefined : scoreTone(acc1)}
							>
								{acc1 === null ? t.charts.dash : common.percent(acc1)}
							</span>
							<span className={styles.quiet}>
								{t.score.lostTracks(
									tracks.filter(({ meanErrorPx }) => meanErrorPx === null).length,
								)}
							</span>
						</div>
					);
				})}
			</div>
			<table className={styles.table}>
				<thead>
					<tr>
						<th scope="col">{text.report.columns.number}</th>
						{measured.map(({ letter }) => (
							<th key={letter} scope="col">
								{letter}
							</th>
						))}
						<th scope="col">{text.report.columns.ati}</th>
						<th scope="col">{text.report.columns.frozen}</th>
					</tr>
				</thead>
				{groups.map(({ title, names, of }) => (
					<tbody key={title}>
						{names.map((name) => (
							<tr key={name}>
								<th scope="row" title={(first.report.definitions as Record<string, string>)[name]}>
									{text.report.names[name]}
								</th>
								{measured.map(({ letter, report }) => (
									<td key={letter} className={styles.own}>
										{number(of(report), name)}
									</td>
								))}
								<td>{beside(yardstick, name)}</td>
								<td>{of === groups[0]?.of ? beside(control, name) : ''}</td>
							</tr>
						))}
					</tbody>
				))}
			</table>
			<p className={styles.quiet}>{text.report.noise(noiseFloorPx)}</p>
		</section>
	);
}
