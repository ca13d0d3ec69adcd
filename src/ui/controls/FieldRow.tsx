import { type ReactNode, useId } from 'react';
import styles from './FieldRow.module.css';

/** A label of 76 px and a group of controls beside it, named as one group. */
export function FieldRow({ label, children }: { label: string; children: ReactNode }) {
	const id = useId();
	return (
		<fieldset className={styles.row} aria-labelledby={id}>
			<span id={id} className={styles.label}>
				{label}
			</span>
			<div className={styles.controls}>{children}</div>
		</fieldset>
	);
}
