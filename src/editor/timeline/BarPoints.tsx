import type { Timing } from '#core/document/document.ts';
import styles from './TrackBar.module.css';

/** Where a path's inner control points lie in time, on its bar. @param shares Of the whole clip. */
export function BarPoints({
	shares,
	timing,
}: {
	readonly shares: readonly number[];
	readonly timing: Timing;
}) {
	const length = Math.max(1e-9, timing.end - timing.start);
	return shares.map((share, index) => {
		const place = Math.min(1, Math.max(0, (share - timing.start) / length));
		return (
			<span
				// biome-ignore lint/suspicious/noArrayIndexKey: a control point's place in the list is what it is
				key={index}
				className={styles.point}
				style={{ left: `${place * 100}%` }}
			/>
		);
	});
}
