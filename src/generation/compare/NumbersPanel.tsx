import {
	adherenceNames,
	consistencyNames,
	type NumberName,
	smoothnessNames,
} from '#metrics/report/reportRows.ts';
import { formatNumber } from '#metrics/report/reportToMarkdown.ts';
import { useText } from '#ui/text/useText.tsx';
import type { GenerationStore } from '../jobs/createGenerationStore.ts';
import { scoreTone } from '../metrics/reportState.ts';
import { useMetricsText, useResultsText } from '../metrics/useResultsText.ts';
import styles from './NumbersPanel.module.css';
import { PointSourceRow } from './PointSourceRow.tsx';
import type { ResultSide } from './resultSide.ts';
import { SideLetter } from './SideLetter.tsx';

type Sides = { readonly sides: readonly ResultSide[] };

const measuredOf = (sides: readonly ResultSide[]) =>
	sides.flatMap(({ letter, report }) => (report ? [{ letter, report }] : []));

/** The headline scores, and how closely the tracks were followed beside ATI's own figures and a frozen video's. */
export function NumbersPanel({
	sides,
	generation,
}: Sides & { readonly generation: GenerationStore }) {
	const { common } = useText();
	const t = useResultsText();
	const text = useMetricsText();
	const measured = measuredOf(sides);
	const [first] = measured;
	if (!first) return null;
	const { yardstick, control, noiseFloorPx } = first.report;
	return (
		<section className={styles.numbers} aria-label={t.report.numbers}>
			<div className={styles.scores}>
				{measured.map(({ letter, report }) => {
					const { acc1, tracks } = report.adherence;
					return (
						<div key={letter} className={styles.tile}>
							<SideLetter letter={letter} />
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
			<Table
				title={t.report.adherence}
				names={adherenceNames}
				definitions={first.report.definitions}
				columns={[
					...measured.map(({ letter, report }) => ({ title: letter, values: report.adherence })),
					{ title: text.report.columns.ati, values: yardstick, isQuiet: true },
					{ title: text.report.columns.frozen, values: control, isQuiet: true },
				]}
			/>
			<p className={styles.quiet}>{text.report.noise(noiseFloorPx)}</p>
			{sides.map((side) => (
				<PointSourceRow
					key={`${side.letter} ${side.job.id}`}
					side={side}
					generation={generation}
					isPair={sides.length > 1}
				/>
			))}
		</section>
	);
}

/** How smooth the motion is and how steady the picture. */
export function MoreNumbers({ sides }: Sides) {
	const t = useResultsText().report;
	const measured = measuredOf(sides);
	const [first] = measured;
	if (!first) return null;
	const { definitions } = first.report;
	return (
		<section className={styles.numbers} aria-label={t.more}>
			<Table
				title={t.smoothness}
				names={smoothnessNames}
				definitions={definitions}
				columns={measured.map(({ letter, report }) => ({
					title: letter,
					values: report.smoothness,
				}))}
			/>
			<Table
				title={t.consistency}
				names={consistencyNames}
				definitions={definitions}
				columns={measured.map(({ letter, report }) => ({
					title: letter,
					values: report.consistency,
				}))}
			/>
		</section>
	);
}

interface Column {
	readonly title: string;
	readonly values: object;
	readonly isQuiet?: boolean;
}

/** A number a row; a cell is empty where a column does not have it. */
function Table({
	title,
	names,
	columns,
	definitions,
}: {
	readonly title: string;
	readonly names: readonly NumberName[];
	readonly columns: readonly Column[];
	readonly definitions: Readonly<Partial<Record<string, string>>>;
}) {
	const text = useMetricsText().report;
	const textOf = (values: object, name: NumberName) =>
		name in values
			? formatNumber(name, (values as Partial<Record<NumberName, number | null>>)[name])
			: '';
	return (
		<table className={styles.table} aria-label={title}>
			<thead>
				<tr>
					<th scope="col">{title}</th>
					{columns.map((column) => (
						<th key={column.title} scope="col">
							{column.title}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{names.map((name) => (
					<tr key={name}>
						<th scope="row" title={definitions[name]}>
							{text.names[name]}
						</th>
						{columns.map((column) => (
							<td key={column.title} data-quiet={column.isQuiet ? '' : undefined}>
								{textOf(column.values, name)}
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}
