import styles from './DifferencesPanel.module.css';
import type { Difference } from './shotDifferences.ts';

/** What two shots have otherwise, a line each. @param heads Names of the two. */
export function DifferencesTable({
	label,
	heads,
	rows,
	showHeads = false,
}: {
	readonly label: string;
	readonly heads: readonly [string, string];
	readonly rows: readonly Difference[];
	/** Else they are for assistive technology only: the sides are known from elsewhere. */
	readonly showHeads?: boolean;
}) {
	return (
		<table className={styles.table} aria-label={label}>
			<thead className={showHeads ? styles.heads : 'visually-hidden'}>
				<tr>
					<td />
					{heads.map((head) => (
						<th key={head} scope="col">
							{head}
						</th>
					))}
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
	);
}
