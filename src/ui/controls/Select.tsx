import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { cx } from '../cx.ts';
import fieldStyles from './Field.module.css';
import { Icon } from './Icon.tsx';
import type { Option } from './Listbox.tsx';
import { comboboxProps, ListField, type ListFieldProps } from './ListField.tsx';
import { findTyped, moveActive } from './moveActive.ts';
import styles from './Select.module.css';

export interface SelectProps<T extends string = string> extends ListFieldProps {
	readonly value: T;
	readonly options: readonly (Option & { readonly value: T })[];
	readonly onChange: (value: T) => void;
	/** Shown while no option has the value. */
	readonly placeholder?: string;
	/** No well: for toolbars. */
	readonly flat?: boolean;
	readonly size?: 's' | 'm';
}

/**
 * One of a list that opens: the select-only combobox of the ARIA patterns.
 * Its own and not Radix's, which puts a `style` element into the page that a strict content policy refuses.
 */
export function Select<T extends string>({
	value,
	options,
	onChange,
	placeholder = '',
	flat = false,
	size = 'm',
	...field
}: SelectProps<T>) {
	const { label, placement, disabled = false, error } = field;
	const id = useId();
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

	const list = { id, open, active, options, value };
	return (
		<ListField
			{...field}
			{...list}
			onOpenChange={setOpen}
			onActive={setActive}
			onChoose={choose}
			anchor={anchor}
		>
			<button
				{...comboboxProps(list, field)}
				ref={anchor}
				type="button"
				aria-label={label}
				aria-haspopup="listbox"
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
		</ListField>
	);
}
