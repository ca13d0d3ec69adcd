import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './FullWindow.module.css';

/**
 * Something over the whole window: focus trapped, Escape goes back.
 * Without Radix's Overlay, whose scroll lock adds a `style` element that the content policy refuses.
 */
export function FullWindow({
	title,
	firstFocus,
	children,
	onClose,
}: {
	/** For assistive technology. */
	readonly title: string;
	/** Selector of what has the focus first; without it the section itself, so that its keys work at once. */
	readonly firstFocus?: string;
	/** Holds a section that can have the focus. */
	readonly children: ReactNode;
	onClose(): void;
}) {
	return (
		<Dialog.Root open onOpenChange={(open) => !open && onClose()}>
			<Dialog.Portal>
				<Dialog.Content
					className={styles.window}
					aria-describedby={undefined}
					onOpenAutoFocus={(event) => {
						event.preventDefault();
						const window = event.currentTarget as HTMLElement;
						const first = firstFocus && window.querySelector<HTMLElement>(firstFocus);
						(first || window.querySelector('section'))?.focus();
					}}
				>
					<Dialog.Title className="visually-hidden">{title}</Dialog.Title>
					{children}
				</Dialog.Content>
			</Dialog.Portal>
		</Dialog.Root>
	);
}
