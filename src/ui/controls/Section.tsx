import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { cx } from '../cx.ts';
import { Icon } from './Icon.tsx';
import styles from './Section.module.css';

export interface SectionProps {
	readonly title: string;
	/** Quiet words at the end of the title line. */
	readonly summary?: ReactNode;
	/** Buttons at the end of the title line. */
	readonly actions?: ReactNode;
	readonly children: ReactNode;
	readonly className?: string;
}

/** A titled part of a panel, with a line below. */
export function Section({ title, summary, actions, children, className }: SectionProps) {
	const id = useId();
	return (
		<section className={cx(styles.section, className)} aria-labelledby={id}>
			<div className={styles.head}>
				<h2 id={id} className={styles.title}>
					{title}
				</h2>
				{summary && <span className={styles.summary}>{summary}</span>}
				{actions}
			</div>
			<div className={styles.rows}>{children}</div>
		</section>
	);
}

export interface DisclosureProps {
	readonly title: string;
	/** What is inside, in short, seen while it is closed too. */
	readonly summary?: ReactNode;
	readonly open?: boolean;
	readonly defaultOpen?: boolean;
	readonly onOpenChange?: (open: boolean) => void;
	readonly children: ReactNode;
}

/** A line that opens and closes what is below it. */
export function Disclosure({
	title,
	summary,
	open,
	defaultOpen = false,
	onOpenChange,
	children,
}: DisclosureProps) {
	const id = useId();
	const [own, setOwn] = useState(defaultOpen);
	const shown = open ?? own;
	return (
		<div>
			<button
				type="button"
				className={styles.disclosure}
				aria-expanded={shown}
				aria-controls={id}
				onClick={() => {
					setOwn(!shown);
					onOpenChange?.(!shown);
				}}
			>
				<span className={styles.chevron}>
					<Icon of={ChevronRight} size={14} />
				</span>
				<span className={styles.words}>{title}</span>
				{summary && (
					<span className={styles.summary} aria-hidden="true">
						{summary}
					</span>
				)}
			</button>
			<div id={id} hidden={!shown} className={styles.inner}>
				{children}
			</div>
		</div>
	);
}
