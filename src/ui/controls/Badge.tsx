import type { ReactNode } from 'react';
import styles from './Badge.module.css';

export interface BadgeProps {
	readonly tone?: 'neutral' | 'accent' | 'ok' | 'warn' | 'danger';
	readonly children: ReactNode;
}

/** A short word or count in a box. */
export function Badge({ tone = 'neutral', children }: BadgeProps) {
	return (
		<span className={styles.badge} data-tone={tone}>
			{children}
		</span>
	);
}

/** A dot for a state; always beside a word, or with one as `label`. */
export function StateDot({
	tone,
	pulsing = false,
	label,
}: {
	tone: 'neutral' | 'accent' | 'ok' | 'warn' | 'danger';
	pulsing?: boolean;
	label?: string;
}) {
	const role = label ? ({ role: 'img', 'aria-label': label } as const) : { 'aria-hidden': true };
	return (
		<span
			{...role}
			className={styles.dot}
			data-tone={tone}
			data-pulsing={pulsing ? '' : undefined}
		/>
	);
}
