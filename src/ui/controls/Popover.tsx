import { Popover as RadixPopover } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { cx } from '../cx.ts';
import styles from './Popover.module.css';

export interface PopoverProps {
	/** The button that opens it; takes a ref and props. */
	readonly trigger: ReactElement;
	/** Names the panel for assistive technology. */
	readonly label: string;
	readonly children: ReactNode;
	readonly open?: boolean;
	/** Open from the beginning: it was asked for before its code was here. */
	readonly defaultOpen?: boolean;
	readonly onOpenChange?: (open: boolean) => void;
	readonly side?: 'top' | 'right' | 'bottom' | 'left';
	readonly align?: 'start' | 'center' | 'end';
	readonly className?: string;
}

/** A floating panel beside its button; Escape or a press outside closes it and the focus goes back. */
export function Popover({
	trigger,
	label,
	children,
	open,
	defaultOpen = false,
	onOpenChange,
	side = 'bottom',
	align = 'start',
	className,
}: PopoverProps) {
	return (
		<RadixPopover.Root
			{...(open === undefined ? { defaultOpen } : { open })}
			{...(onOpenChange ? { onOpenChange } : {})}
		>
			<RadixPopover.Trigger asChild>{trigger}</RadixPopover.Trigger>
			<RadixPopover.Portal>
				<RadixPopover.Content
					className={cx(styles.popover, className)}
					aria-label={label}
					side={side}
					align={align}
					sideOffset={6}
					collisionPadding={8}
				>
					{children}
				</RadixPopover.Content>
			</RadixPopover.Portal>
		</RadixPopover.Root>
	);
}
