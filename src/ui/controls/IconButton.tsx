import type { ButtonHTMLAttributes, MouseEvent, Ref } from 'react';
import { cx } from '../cx.ts';
import { ariaShortcut } from '../shortcut/formatShortcut.ts';
import { Icon, type IconType } from './Icon.tsx';
import styles from './IconButton.module.css';
import { Spinner } from './Spinner.tsx';
import { Tooltip, type TooltipProps } from './Tooltip.tsx';

export interface IconButtonProps
	extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label' | 'children'> {
	/** Its name and tooltip. */
	readonly label: string;
	readonly icon: IconType;
	/** 20, 24, 28 or 32 px; on coarse pointers up to 44. */
	readonly size?: 'xs' | 's' | 'm' | 'l';
	readonly iconSize?: 12 | 14 | 16 | 18 | 20;
	readonly shortcut?: string | undefined;
	readonly busy?: boolean;
	/** Why it cannot be pressed. */
	readonly reason?: string | undefined;
	/** Where the tooltip opens. */
	readonly side?: TooltipProps['side'];
	/** Set: a toggle, drawn pressed or not. */
	readonly pressed?: boolean | undefined;
	/** `tool`: the accent fills it while pressed. `danger`: the hover warns. */
	readonly look?: 'quiet' | 'tool' | 'danger';
	readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with an icon only; its label is name and tooltip. */
export function IconButton({
	label,
	icon,
	size = 'm',
	iconSize = 16,
	shortcut,
	busy = false,
	reason,
	side = 'bottom',
	pressed,
	look = 'quiet',
	className,
	onClick,
	type = 'button',
	...rest
}: IconButtonProps) {
	const blocked = busy || reason !== undefined;
	const press = (event: MouseEvent<HTMLButtonElement>) => {
		if (blocked) event.preventDefault();
		else onClick?.(event);
	};
	return (
		<Tooltip content={reason ? `${label}. ${reason}` : label} shortcut={shortcut} side={side}>
			<button
				{...rest}
				type={type}
				className={cx(styles.button, className)}
				data-size={size}
				data-look={look}
				aria-label={label}
				aria-pressed={pressed}
				aria-busy={busy || undefined}
				aria-disabled={blocked || rest['aria-disabled']}
				aria-keyshortcuts={shortcut && ariaShortcut(shortcut)}
				onClick={press}
			>
				{busy ? <Spinner /> : <Icon of={icon} size={iconSize} />}
			</button>
		</Tooltip>
	);
}
