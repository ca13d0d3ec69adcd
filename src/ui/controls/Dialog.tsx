import { X } from 'lucide-react';
import { Dialog as RadixDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { useText } from '../text/useText.tsx';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
	readonly open: boolean;
	readonly onOpenChange: (open: boolean) => void;
	readonly title: string;
	/** A sentence below the title. */
	readonly description?: string;
	/** 440, 680 or 920 px. */
	readonly size?: 's' | 'm' | 'l';
	readonly children: ReactNode;
	/** Words and buttons on the bar at the bottom. */
	readonly footer?: ReactNode;
}

/**
 * A modal dialog: focus trapped, Escape and a press on the scrim close it, the focus goes back.
 * Without Radix's Overlay, whose scroll lock adds a `style` element; the page never scrolls anyway.
 */
export function Dialog({
	open,
	onOpenChange,
	title,
	description,
	size = 'm',
	children,
	footer,
}: DialogProps) {
	const text = useText();
	return (
		<RadixDialog.Root open={open} onOpenChange={onOpenChange}>
			<RadixDialog.Portal>
				<div className={styles.scrim}>
					<RadixDialog.Content
						className={styles.dialog}
						data-size={size}
						onOpenAutoFocus={focusFirstField}
						{...(description ? {} : { 'aria-describedby': undefined })}
					>
						<header className={styles.header}>
							<RadixDialog.Title className={styles.title}>{title}</RadixDialog.Title>
							<RadixDialog.Close asChild>
								<IconButton icon={X} label={text.common.close} />
							</RadixDialog.Close>
						</header>
						<div className={styles.body}>
							{description && (
								<RadixDialog.Description className={styles.description}>
									{description}
								</RadixDialog.Description>
							)}
							{children}
						</div>
						{footer && <footer className={styles.footer}>{footer}</footer>}
					</RadixDialog.Content>
				</div>
			</RadixDialog.Portal>
		</RadixDialog.Root>
	);
}

/** The first field of the body has the focus, else its first button, else the dialog itself; never Close. */
function focusFirstField(event: Event): void {
	const dialog = event.currentTarget as HTMLElement;
	const find = (selector: string) =>
		[...dialog.querySelectorAll<HTMLElement>(selector)].find((e) => !e.closest('header, [hidden]'));
	const target =
		find('input:enabled, textarea:enabled, [role="combobox"]:enabled') ?? find('button:enabled');
	event.preventDefault();
	(target ?? dialog).focus();
}
