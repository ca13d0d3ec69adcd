import { Check } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { Icon } from './Icon.tsx';
import styles from './Listbox.module.css';

export interface Option {
	readonly value: string;
	readonly label: string;
	/** Before the label: a dot, a curve. */
	readonly mark?: ReactNode;
	/** Quiet words at the end of the row. */
	readonly detail?: string | undefined;
	readonly disabled?: boolean | undefined;
}

export interface ListboxProps {
	readonly id: string;
	readonly label: string;
	readonly options: readonly Option[];
	readonly value: string;
	/** Index of the option that the keyboard stands on, -1 for none. */
	readonly active: number;
	readonly onActive: (index: number) => void;
	readonly onChoose: (option: Option) => void;
	/** The combobox it belongs to; it keeps the focus. */
	readonly anchor: RefObject<HTMLElement | null>;
	/** Shown instead of an empty list. */
	readonly empty?: string;
}

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

/** The list of a select or combobox, floating under it; inside a `Popover.Root` that its owner opens. */
export function Listbox({
	id,
	label,
	options,
	value,
	active,
	onActive,
	onChoose,
	anchor,
	empty,
}: ListboxProps) {
	const activeRef = useRef<HTMLDivElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the ref moves with `active`
	useLayoutEffect(() => {
		// Newer browsers return a promise: not for React.
		void activeRef.current?.scrollIntoView({ block: 'nearest' });
	}, [active]);
	return (
		<Popover.Portal>
			<Popover.Content
				className={styles.list}
				id={id}
				role="listbox"
				aria-label={label}
				align="start"
				sideOffset={4}
				collisionPadding={8}
				onOpenAutoFocus={(event) => event.preventDefault()}
				onCloseAutoFocus={(event) => event.preventDefault()}
				onInteractOutside={(event) => {
					if (anchor.current?.contains(event.target as Node)) event.preventDefault();
				}}
				// The combobox keeps the focus: a press on the list must not take it.
				onPointerDown={(event) => event.preventDefault()}
				onMouseDown={(event) => event.preventDefault()}
			>
				{options.length === 0 && <div className={styles.empty}>{empty}</div>}
				{options.map((option, index) => (
					// biome-ignore lint/a11y/useFocusableInteractive: the combobox has the focus and names the active option
					// biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the combobox's
					<div
						key={option.value}
						ref={index === active ? activeRef : undefined}
						id={optionId(id, index)}
						role="option"
						aria-labelledby={`${optionId(id, index)}-label`}
						aria-describedby={option.detail ? `${optionId(id, index)}-detail` : undefined}
						aria-selected={option.value === value}
						aria-disabled={option.disabled || undefined}
						data-active={index === active ? '' : undefined}
						className={styles.option}
						onPointerMove={() => index !== active && onActive(index)}
						onClick={() => !option.disabled && onChoose(option)}
					>
						<span className={styles.check}>
							{option.value === value && <Icon of={Check} size={14} />}
						</span>
						{option.mark}
						<span id={`${optionId(id, index)}-label`} className={styles.label}>
							{option.label}
						</span>
						{option.detail && (
							<span id={`${optionId(id, index)}-detail`} className={styles.detail}>
								{option.detail}
							</span>
						)}
					</div>
				))}
			</Popover.Content>
		</Popover.Portal>
	);
}
