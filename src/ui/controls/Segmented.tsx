import { useId } from 'react';
import { cx } from '../cx.ts';
import { Icon, type IconType } from './Icon.tsx';
import styles from './Segmented.module.css';

export interface Segment<T extends string> {
	readonly value: T;
	readonly label: string;
	readonly icon?: IconType;
	/** Draw the icon only; the label is the name and tooltip. */
	readonly iconOnly?: boolean;
	readonly disabled?: boolean;
}

export interface SegmentedProps<T extends string> {
	readonly label: string;
	readonly value: T;
	readonly segments: readonly Segment<T>[];
	readonly onChange: (value: T) => void;
	readonly size?: 's' | 'm';
	readonly disabled?: boolean;
	readonly className?: string;
}

/** One of a few, all in sight: a radio group; arrows move the choice. */
export function Segmented<T extends string>({
	label,
	value,
	segments,
	onChange,
	size = 'm',
	disabled = false,
	className,
}: SegmentedProps<T>) {
	const name = useId();
	return (
		<div
			role="radiogroup"
			aria-label={label}
			className={cx(styles.well, className)}
			data-size={size}
			data-disabled={disabled ? '' : undefined}
		>
			{segments.map((segment) => (
				<label
					key={segment.value}
					className={styles.segment}
					title={segment.iconOnly ? segment.label : undefined}
				>
					<input
						type="radio"
						name={name}
						className={styles.input}
						aria-label={segment.label}
						checked={segment.value === value}
						disabled={disabled || segment.disabled}
						onChange={() => onChange(segment.value)}
					/>
					{segment.icon && <Icon of={segment.icon} size={14} />}
					{!segment.iconOnly && <span>{segment.label}</span>}
				</label>
			))}
		</div>
	);
}
