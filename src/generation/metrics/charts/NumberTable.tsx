import styles from './charts.module.css';

export interface NumberTableProps {
	readonly label: string;
	readonly head: readonly string[];
	/** The first cell of each is its heading. */
	readonly rows: readonly (readonly string[])[];
}

/** The numbers behind a chart, for reading and for screen readers. */
export function NumberTable({ label, head, rows }: NumberTableProps) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard
		<section className={styles.scroll} tabIndex={0} aria-label={label}>
			<table className={styles.table}>
				<thead>
					<tr>
						{head.map((cell) => (
							<th key={cell} scope="col">
								{cell}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map(([title = '', ...cells]) => (
						<tr key={title}>
							<th scope="row">{title}</th>
							{cells.map((cell, i) => (
								<td key={head[i + 1]}>{cell}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
