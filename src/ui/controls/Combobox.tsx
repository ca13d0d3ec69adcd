import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useText } from '../text/useText.tsx';
import styles from './Combobox.module.css';
import fieldStyles from './Field.module.css';
import { Icon } from './Icon.tsx';
import type { Option } from './Listbox.tsx';
import { comboboxProps, ListField, type ListFieldProps } from './ListField.tsx';
import { moveActive } from './moveActive.ts';
import { selectOnFirstClick } from './selectOnFirstClick.ts';

export interface ComboboxProps extends ListFieldProps {
	/** Shown even when no option has it: nothing is swapped silently. */
	readonly value: string;
	readonly options: readonly Option[];
	readonly onChange: (value: string) => void;
	/** The list is being fetched. */
	readonly busy?: boolean;
}

/** Options that hold every typed word, those that begin with the text first. */
export function filterOptions(text: string, options: readonly Option[]): readonly Option[] {
	const words = text.toLowerCase().split(/\s+/).filter(Boolean);
	if (words.length === 0) return options;
	const hits = options.filter((option) =>
		words.every((w) => option.label.toLowerCase().includes(w)),
	);
	const begins = (option: Option) =>
		option.label.toLowerCase().startsWith(text.toLowerCase().trim());
	return [...hits.filter(begins), ...hits.filter((option) => !begins(option))];
}

/** One of a long list: type to filter, arrows and Enter to choose, Escape to leave it as it was. */
export function Combobox({ value, options, onChange, busy = false, ...field }: ComboboxProps) {
	const { disabled = false, error } = field;
	const text = useText();
	const id = useId();
	const anchor = useRef<HTMLDivElement>(null);
	const input = useRef<HTMLInputElement>(null);
	const [open, setOpen] = useState(false);
	const [typed, setTyped] = useState<string | null>(null);
	const [active, setActive] = useState(-1);
	const shown = typed === null ? options : filterOptions(typed, options);
	const current = options.find((option) => option.value === value);

	const show = () => {
		if (disabled || open) return;
		setActive(options.findIndex((option) => option.value === value));
		setOpen(true);
	};
	const leave = () => {
		setOpen(false);
		setTyped(null);
	};
	const choose = (option: Option | undefined) => {
		leave();
		if (option && !option.disabled && option.value !== value) onChange(option.value);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const { key } = event;
		if (key === 'Enter' && open) choose(shown[active]);
		else if (key === 'Escape' && (open || typed !== null)) leave();
		else if (!open && (key === 'ArrowDown' || key === 'ArrowUp')) show();
		else if (open && key !== 'Home' && key !== 'End') {
			const next = moveActive(key, active, shown);
			if (next === undefined) return;
			setActive(next);
		} else return;
		event.preventDefault();
		event.stopPropagation();
	};
	// What was typed to the end counts without Enter; anything else leaves the value as it was.
	const onBlur = () => {
		const exact =
			typed === null
				? undefined
				: options.find((o) => o.label.toLowerCase() === typed.trim().toLowerCase());
		choose(exact);
	};

	const list = { id, open, active, options: shown, value };
	return (
		<ListField
			{...field}
			{...list}
			onOpenChange={(next) => (next ? show() : leave())}
			onActive={setActive}
			onChoose={choose}
			anchor={anchor}
			empty={text.common.noMatch}
		>
			<div
				ref={anchor}
				className={fieldStyles.well}
				data-error={error ? '' : undefined}
				data-disabled={disabled ? '' : undefined}
			>
				{typed === null && current?.mark}
				<input
					{...selectOnFirstClick}
					{...comboboxProps(list, field)}
					ref={input}
					className={fieldStyles.input}
					aria-autocomplete="list"
					aria-busy={busy || undefined}
					autoComplete="off"
					spellCheck={false}
					title={current?.label ?? value}
					value={typed ?? current?.label ?? value}
					onClick={show}
					onChange={(event) => {
						setTyped(event.currentTarget.value);
						setActive(0);
						setOpen(true);
					}}
					onKeyDown={onKeyDown}
					onBlur={onBlur}
				/>
				{busy && <span className={fieldStyles.unit}>...</span>}
				<button
					type="button"
					tabIndex={-1}
					className={styles.chevron}
					aria-hidden="true"
					disabled={disabled}
					onPointerDown={(event) => {
						event.preventDefault();
						input.current?.focus();
						if (open) leave();
						else show();
					}}
				>
					<Icon of={ChevronDown} size={14} />
				</button>
			</div>
		</ListField>
	);
}
