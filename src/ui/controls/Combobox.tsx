import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useText } from '../text/useText.tsx';
import styles from './Combobox.module.css';
import fieldStyles from './Field.module.css';
import { describedBy, Field, type LabelPlacement } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { Listbox, type Option, optionId } from './Listbox.tsx';
import { moveActive } from './moveActive.ts';
import { selectOnFirstClick } from './selectOnFirstClick.ts';

export interface ComboboxProps {
	readonly label: string;
	readonly placement?: LabelPlacement;
	/** Shown even when no option has it: nothing is swapped silently. */
	readonly value: string;
	readonly options: readonly Option[];
	readonly onChange: (value: string) => void;
	readonly disabled?: boolean;
	/** The list is being fetched. */
	readonly busy?: boolean;
	readonly error?: string | undefined;
	readonly hint?: ReactNode;
	readonly className?: string;
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
export function Combobox({
	label,
	placement = 'row',
	value,
	options,
	onChange,
	disabled = false,
	busy = false,
	error,
	hint,
	className,
}: ComboboxProps) {
	const text = useText();
	const id = useId();
	const listId = `${id}-list`;
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

	return (
		<Field
			id={id}
			label={label}
			placement={placement}
			error={error}
			hint={hint}
			className={className}
		>
			<Popover.Root open={open} onOpenChange={(next) => (next ? show() : leave())}>
				<Popover.Anchor asChild>
					<div
						ref={anchor}
						className={fieldStyles.well}
						data-error={error ? '' : undefined}
						data-disabled={disabled ? '' : undefined}
					>
						{typed === null && current?.mark}
						<input
							{...selectOnFirstClick}
							ref={input}
							id={id}
							role="combobox"
							className={fieldStyles.input}
							aria-autocomplete="list"
							aria-expanded={open}
							aria-controls={open ? listId : undefined}
							aria-activedescendant={open && shown[active] ? optionId(listId, active) : undefined}
							aria-busy={busy || undefined}
							aria-invalid={error ? true : undefined}
							aria-describedby={describedBy(id, error, hint)}
							autoComplete="off"
							spellCheck={false}
							disabled={disabled}
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
				</Popover.Anchor>
				{open && (
					<Listbox
						id={listId}
						label={label}
						options={shown}
						value={value}
						active={active}
						onActive={setActive}
						onChoose={choose}
						anchor={anchor}
						empty={text.common.noMatch}
					/>
				)}
			</Popover.Root>
		</Field>
	);
}
