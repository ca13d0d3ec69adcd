import { cx } from '../cx.ts';
import styles from './Spinner.module.css';

/** A turning ring; with `label` it is announced, without it is decoration beside a text that says what runs. */
export function Spinner({
	size = 14,
	label,
	className,
}: {
	size?: 14 | 20;
	label?: string;
	className?: string | undefined;
}) {
	const role = label ? ({ role: 'status', 'aria-label': label } as const) : { 'aria-hidden': true };
	return <span {...role} className={cx(styles.spinner, className)} data-size={size} />;
}
