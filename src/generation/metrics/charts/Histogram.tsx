import type { CSSProperties } from 'react';
import styles from './charts.module.css';

export interface HistogramBar {
	readonly label: string;
	/** What stands below it: there is no room for more. */
	readonly tick: string;
	/** Share 0..1 of each result, A first. */
	readonly shares: readonly number[];
}

/** Bars of one result with their percents, or pairs of two: A solid, B hatched. */
export function Histogram({
	label,
	bars,
}: {
	readonly label: string;
	readonly bars: readonly HistogramBar[];
}) {
	const most = Math.max(0.05, ...bars.flatMap(({ shares }) => shares));
	return (
		<div className={styles.histogram} role="img" aria-label={label}>
			{bars.map((bar) => (
				<div key={bar.label} className={styles.bin}>
					<div className={styles.pair}>
						{bar.shares.map((share, i) => (
							<span
								// biome-ignore lint/suspicious/noArrayIndexKey: A and B, in that order
								key={i}
								className={styles.bar}
								data-result={i === 0 ? 'a' : 'b'}
								data-percent={
									bar.shares.length === 1 && share > 0 ? Math.round(share * 100) : undefined
								}
								style={{ '--height': share / most } as CSSProperties}
							/>
						))}
					</div>
					<span className={styles.tick} title={bar.label}>
						{bar.tick}
					</span>
				</div>
			))}
		</div>
	);
}
