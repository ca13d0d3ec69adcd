import type { CSSProperties } from 'react';
import { cx } from '../cx.ts';
import styles from './Progress.module.css';

export interface ProgressProps {
	/** What goes on: its accessible name. */
	readonly label: string;
	/** 0..1; undefined: nobody knows. */
	readonly fraction: number | undefined;
	/** Said instead of the percentage: "step 9 of 20". */
	readonly valueText?: string | undefined;
	/** 3 px, or 8 px in as many pieces as there are steps. */
	readonly size?: 's' | 'l';
	readonly pieces?: number | undefined;
	readonly className?: string | undefined;
}

/** How far something is; moves with real progress only. */
export function Progress({
	label,
	fraction,
	valueText,
	size = 's',
	pieces = 1,
	className,
}: ProgressProps) {
	const share = Math.min(1, Math.max(0, fraction ?? 0));
	return (
		<div
			role="progressbar"
			aria-label={label}
			aria-valuemin={0}
			aria-valuemax={100}
			aria-valuenow={fraction === undefined ? undefined : Math.round(share * 100)}
			aria-valuetext={valueText}
			className={cx(styles.progress, className)}
			data-size={size}
			data-unknown={fraction === undefined ? '' : undefined}
			style={{ '--pieces': pieces } as CSSProperties}
		>
			{Array.from({ length: pieces }, (_, i) => {
				const part = Math.min(1, Math.max(0, share * pieces - i));
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
					<i key={i} className={styles.piece}>
						<b
							className={styles.fill}
							style={fraction === undefined ? undefined : { transform: `scaleX(${part})` }}
						/>
					</i>
				);
			})}
		</div>
	);
}
