import type { CSSProperties } from 'react';
import { useText } from '#ui/text/useText.tsx';
import { useMetricsText, useResultsText } from '../metrics/useResultsText.ts';
import type { ResultSide } from './resultSide.ts';
import styles from './TracksTable.module.css';

export interface TracksTableProps {
	readonly sides: readonly ResultSide[];
	/** The track on show in the charts; null: all. */
	readonly chosen: number | null;
	readonly onChoose: (track: number | null) => void;
}

/** A row a track of A: its error and share within 1 % in each result, and where it was lost. A press puts it in the charts. */
export function TracksTable({ sides, chosen, onChoose }: TracksTableProps) {
	const { common } = useText();
	const t = useResultsText();
	const { report: words } = useMetricsText();
	const measured = sides.filter(({ report }) => report);
	const [first] = measured;
	if (!first) return null;
	return (
		<table className={styles.table} aria-label={t.report.tracks}>
			<thead>
				<tr>
					<th scope="col">{words.columns.track}</th>
					{measured.flatMap(({ letter }) => [
						<th key={`${letter} error`} scope="col">
							{letter} {words.names.meanErrorPx}
						</th>,
						<th key={`${letter} share`} scope="col">
							{letter} {words.names.acc1}
						</th>,
						<th key={`${letter} seen`} scope="col">
							{letter} {words.names.appearanceRate}
						</th>,
					])}
				</tr>
			</thead>
			<tbody>
				{first.tracks.map((track, i) => (
					<tr key={track.id} data-chosen={chosen === i ? '' : undefined}>
						<th scope="row">
							<button
								type="button"
								className={styles.name}
								aria-pressed={chosen === i}
								onClick={() => onChoose(chosen === i ? null : i)}
							>
								<span
									className={styles.badge}
									style={
										{
											'--swatch': `var(--track-${track.color})`,
											'--swatch-ink': `var(--track-ink-${track.color})`,
										} as CSSProperties
									}
								>
									{track.number}
								</span>
								{track.name}
							</button>
						</th>
						{measured.flatMap(({ letter, tracks, report, job }) => {
							const at = tracks.findIndex(({ id }) => id === track.id);
							const found = report?.adherence.tracks[at];
							const fps = job.video?.fps ?? 16;
							const error = !found
								? t.charts.dash
								: found.meanErrorPx === null
									? words.lost
									: `${found.meanErrorPx.toFixed(1)} px`;
							const seen = !found
								? t.charts.dash
								: found.lostFrom !== null
									? t.report.lostAt(common.seconds(found.lostFrom / fps))
									: t.report.followed;
							return [
								<td key={`${letter} error`}>{error}</td>,
								<td key={`${letter} share`}>
									{found?.acc1 == null ? t.charts.dash : common.percent(found.acc1)}
								</td>,
								<td
									key={`${letter} seen`}
									data-lost={found && found.lostFrom !== null ? '' : undefined}
								>
									{seen}
								</td>,
							];
						})}
					</tr>
				))}
			</tbody>
		</table>
	);
}
