import type { ButtonHTMLAttributes, Ref } from 'react';
import { cx } from '../cx.ts';
import { ariaShortcut } from '../shortcut/formatShortcut.ts';
import { Icon, type IconType } from './Icon.tsx';
import styles from './ToggleButton.module.css';
import { Tooltip } from './Tooltip.tsx';

export interface ToggleButtonProps
	extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
	readonly label: string;
	readonly pressed: boolean;
	readonly onPressedChange: (pressed: boolean) => void;
	readonly icon?: IconType | undefined;
	readonly shortcut?: string | undefined;
	/** What it shows or does, when the label alone does not say. */
	readonly tooltip?: string | undefined;
	/** `light` sits on the canvas surround: pressed is a panel surface there in the light theme. */
	readonly surface?: 'panel' | 'canvas';
	readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with words that is on or off, as in the view bar: Influence, Draft, Frame dots. */
export function ToggleButton({
	label,
	pressed,
	onPressedChange,
	icon,
	shortcut,
	tooltip,
	surface = 'panel',
	className,
	...rest
}: ToggleButtonProps) {
	return (
		<Tooltip content={tooltip ?? (shortcut ? label : undefined)} shortcut={shortcut}>
			<button
				type="button"
				{...rest}
				className={cx(styles.toggle, className)}
				data-surface={surface}
				aria-pressed={pressed}
				aria-label={label}
				aria-keyshortcuts={shortcut && ariaShortcut(shortcut)}
				onClick={() => onPressedChange(!pressed)}
			>
				{icon && <Icon of={icon} />}
				<span className={styles.words}>{label}</span>
			</button>
		</Tooltip>
	);
}
