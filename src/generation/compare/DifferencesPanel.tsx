import { useResultsText } from '../metrics/useResultsText.ts';
import styles from './DifferencesPanel.module.css';
import { DifferencesTable } from './DifferencesTable.tsx';
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
				<DifferencesTable label={t.differs} heads={[a.letter, b.letter]} rows={rows} />
			)}
			<p className={styles.quiet}>{rows.length > 0 ? t.same : t.allSame}</p>
			{!isSamePlan(a.job, b.job) && <p className={styles.warn}>{t.unlike}</p>}
		</section>
	);
}
