import type { ButtonHTMLAttributes, MouseEvent, Ref } from 'react';
import { cx } from '../cx.ts';
import { ariaShortcut, formatShortcut } from '../shortcut/formatShortcut.ts';
import styles from './Button.module.css';
import { Icon, type IconType } from './Icon.tsx';
import { Spinner } from './Spinner.tsx';
import { Tooltip } from './Tooltip.tsx';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
	/** One `primary` a view. */
	readonly variant?: 'default' | 'primary' | 'quiet' | 'danger';
	/** 24, 28 or 32 px high. */
	readonly size?: 's' | 'm' | 'l';
	readonly icon?: IconType | undefined;
	/** A spinner replaces the icon, the width stays, presses do nothing. */
	readonly busy?: boolean;
	/** `Mod+Enter`: shown after the words, told to assistive technology, no part of the name. */
	readonly shortcut?: string | undefined;
	/** Why it cannot be pressed: it looks disabled but stays focusable, and its tooltip says this. */
	readonly reason?: string | undefined;
	readonly tooltip?: string | undefined;
	readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with words. */
export function Button({
	variant = 'default',
	size = 'm',
	icon,
	busy = false,
	shortcut,
	reason,
	tooltip,
	className,
	children,
	onClick,
	type = 'button',
	...rest
}: ButtonProps) {
	const blocked = busy || reason !== undefined;
	const press = (event: MouseEvent<HTMLButtonElement>) => {
		if (blocked) {
			event.preventDefault();
			event.stopPropagation();
			return;
		}
		onClick?.(event);
	};
	return (
		<Tooltip content={reason ?? tooltip}>
			<button
				{...rest}
				type={type}
				className={cx(styles.button, className)}
				data-variant={variant}
				data-size={size}
				data-icon={icon ? '' : undefined}
				data-busy={busy ? '' : undefined}
				aria-busy={busy || undefined}
				aria-disabled={blocked || rest['aria-disabled']}
				aria-keyshortcuts={shortcut && ariaShortcut(shortcut)}
				onClick={press}
			>
				{busy ? <Spinner className={icon ? undefined : styles.over} /> : icon && <Icon of={icon} />}
				<span className={styles.words}>{children}</span>
				{shortcut && (
					<span className={styles.keys} aria-hidden="true">
						{formatShortcut(shortcut)}
					</span>
				)}
			</button>
		</Tooltip>
	);
}
