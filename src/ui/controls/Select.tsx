import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { cx } from '../cx.ts';
import fieldStyles from './Field.module.css';
import { describedBy, Field, type LabelPlacement } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { Listbox, type Option, optionId } from './Listbox.tsx';
import { findTyped, moveActive } from './moveActive.ts';
import styles from './Select.module.css';

export interface SelectProps<T extends string = string> {
	/** Its accessible name too. */
	readonly label: string;
	readonly placement?: LabelPlacement;
	readonly value: T;
	readonly options: readonly (Option & { readonly value: T })[];
	readonly onChange: (value: T) => void;
	readonly disabled?: boolean;
	/** Shown while no option has the value. */
	readonly placeholder?: string;
	readonly error?: string | undefined;
	readonly hint?: ReactNode;
	/** No well: for toolbars. */
	readonly flat?: boolean;
	readonly size?: 's' | 'm';
	readonly className?: string | undefined;
}

/**
 * One of a list that opens: the select-only combobox of the ARIA patterns.
 * Its own and not Radix's, which puts a `style` element into the page that a strict content policy refuses.
 */
export function Select<T extends string>({
	label,
	placement = 'row',
	value,
	options,
	onChange,
	disabled = false,
	placeholder = '',
	error,
	hint,
	flat = false,
	size = 'm',
	className,
}: SelectProps<T>) {
	const id = useId();
	const listId = `${id}-list`;
	const anchor = useRef<HTMLButtonElement>(null);
	const [open, setOpen] = useState(false);
	const [active, setActive] = useState(-1);
	const typed = useRef({ text: '', at: 0 });
	const chosen = options.find((option) => option.value === value);

	const show = () => {
		setActive(options.findIndex((option) => option.value === value));
		setOpen(true);
	};
	const choose = (option: Option | undefined) => {
		setOpen(false);
		if (option && !option.disabled && option.value !== value) onChange(option.value as T);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const { key } = event;
		if (key === 'Tab') return open ? choose(options[active]) : undefined;
		if (event.ctrlKey || event.metaKey) return;
		const letter = key.length === 1 && key !== ' ';
		const typing = event.timeStamp - typed.current.at < 700 && typed.current.text !== '';
		if (letter || (key === ' ' && typing)) {
			typed.current = { text: (typing ? typed.current.text : '') + key, at: event.timeStamp };
			const from = open ? active : options.findIndex((option) => option.value === value);
			const found = findTyped(typed.current.text, from, options);
			if (!open) show();
			if (found >= 0) setActive(found);
		} else if (!open) {
			if (key !== 'Enter' && key !== ' ' && key !== 'ArrowDown' && key !== 'ArrowUp') return;
			show();
		} else if (key === 'Enter' || key === ' ') choose(options[active]);
		else if (key === 'Escape') setOpen(false);
		else {
			const next = moveActive(key, active, options);
			if (next === undefined) return;
			setActive(next);
		}
		event.preventDefault();
		event.stopPropagation();
	};

	return (
		<Field
			id={id}
			label={label}
			placement={placement}
			error={error}
			hint={hint}
			className={className}
		>
			<Popover.Root open={open} onOpenChange={setOpen}>
				<Popover.Anchor asChild>
					<button
						ref={anchor}
						type="button"
						id={id}
						role="combobox"
						aria-label={label}
						aria-haspopup="listbox"
						aria-expanded={open}
						aria-controls={open ? listId : undefined}
						aria-activedescendant={open && active >= 0 ? optionId(listId, active) : undefined}
						aria-invalid={error ? true : undefined}
						aria-describedby={describedBy(id, error, hint)}
						disabled={disabled}
						data-disabled={disabled ? '' : undefined}
						data-error={error ? '' : undefined}
						data-size={size}
						className={cx(flat ? styles.flat : fieldStyles.well, styles.select)}
						onClick={() => (open ? setOpen(false) : show())}
						onKeyDown={onKeyDown}
						onBlur={() => setOpen(false)}
					>
						{placement === 'inside' && <span className={fieldStyles.inside}>{label}</span>}
						{chosen?.mark}
						<span className={cx(styles.value, !chosen && styles.placeholder)}>
							{chosen?.label ?? (value || placeholder)}
						</span>
						<span className={styles.chevron}>
							<Icon of={ChevronDown} size={14} />
						</span>
					</button>
				</Popover.Anchor>
				{open && (
					<Listbox
						id={listId}
						label={label}
						options={options}
						value={value}
						active={active}
						onActive={setActive}
						onChoose={choose}
						anchor={anchor}
					/>
				)}
			</Popover.Root>
		</Field>
	);
}
