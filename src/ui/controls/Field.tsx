import type { LabelHTMLAttributes, ReactNode } from 'react';
import { cx } from '../cx.ts';
import styles from './Field.module.css';

/** Where a field's label stands: 76 px column, line above, inside the well, or for assistive technology only. */
export type LabelPlacement = 'row' | 'above' | 'inside' | 'hidden';

export interface FieldProps {
	/** Id of the control that the label names. */
	readonly id: string;
	readonly label: string;
	readonly placement: LabelPlacement;
	/** What is wrong and how to mend it; the control points at it with `aria-describedby`. */
	readonly error?: string | undefined;
	/** A quiet line below. */
	readonly hint?: ReactNode;
	readonly labelProps?: LabelHTMLAttributes<HTMLLabelElement> | undefined;
	readonly className?: string | undefined;
	readonly children: ReactNode;
}

/** Ids for `aria-describedby`: the error and hint that this field shows, or nothing. */
export const describedBy = (
	id: string,
	error: string | undefined,
	hint?: ReactNode,
	...more: (string | undefined)[]
): string | undefined =>
	[error && `${id}-error`, hint && `${id}-hint`, ...more].filter(Boolean).join(' ') || undefined;

/** Label, control, hint and error of one field. With `inside` the control draws the label itself. */
export function Field({
	id,
	label,
	placement,
	error,
	hint,
	labelProps,
	className,
	children,
}: FieldProps) {
	return (
		<div className={cx(styles.field, className)} data-placement={placement}>
			{placement !== 'inside' && (
				<label
					{...labelProps}
					htmlFor={id}
					className={cx(
						placement === 'hidden' ? 'visually-hidden' : styles.label,
						labelProps?.className,
					)}
				>
					{label}
				</label>
			)}
			<div className={styles.control}>{children}</div>
			{hint && (
				<div id={`${id}-hint`} className={styles.hint}>
					{hint}
				</div>
			)}
			{error && (
				<div id={`${id}-error`} className={styles.error}>
					{error}
				</div>
			)}
		</div>
	);
}
