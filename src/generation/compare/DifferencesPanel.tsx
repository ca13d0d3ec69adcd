import { useResultsText } from '../metrics/useResultsText.ts';
import styles from './DifferencesPanel.module.css';
import type { ResultSide } from './resultSide.ts';
import { isSamePlan, shotDifferences } from './shotDifferences.ts';

/** What two results were made with, where it differs. */
export function DifferencesPanel({ a, b }: { readonly a: ResultSide; readonly b: ResultSide }) {
	const { compare: t, differences: words } = useResultsText();
	const rows = shotDifferences(a.job, b.job, words);
	return (
		<section className={styles.differences}>
			<h3 className={styles.title}>{t.differs}</h3>
			{rows.length > 0 && (
				<table className={styles.table} aria-label={t.differs}>
					<thead className="visually-hidden">
						<tr>
							<td />
							<th scope="col">{a.letter}</th>
							<th scope="col">{b.letter}</th>
						</tr>
					</thead>
					<tbody>
						{rows.map(({ name, a: left, b: right }) => (
							<tr key={name}>
								<th scope="row">{name}</th>
								<td>{left}</td>
								<td>{right}</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
			<p className={styles.quiet}>{rows.length > 0 ? t.same : t.allSame}</p>
			{!isSamePlan(a.job, b.job) && <p className={styles.warn}>{t.unlike}</p>}
		</section>
	);
}
