import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';
import { Icon, type IconType } from './Icon.tsx';

export interface EmptyStateProps {
	readonly icon?: IconType;
	readonly title: string;
	/** What to do first. */
	readonly text?: ReactNode;
	/** The buttons that do it. */
	readonly children?: ReactNode;
}

/** What stands where nothing is yet: it teaches the first step. */
export function EmptyState({ icon, title, text, children }: EmptyStateProps) {
	return (
		<div className={styles.empty}>
			{icon && (
				<span className={styles.icon}>
					<Icon of={icon} size={20} />
				</span>
			)}
			<div className={styles.title}>{title}</div>
			{text && <p className={styles.text}>{text}</p>}
			{children && <div className={styles.actions}>{children}</div>}
		</div>
	);
}
