import { type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react';
import { cx } from '../cx.ts';
import { useText } from '../text/useText.tsx';
import fieldStyles from './Field.module.css';
import { describedBy, Field, type LabelPlacement } from './Field.tsx';
import styles from './NumberField.module.css';
import { fitNumber, formatNumber, parseNumber, stepOf } from './numberText.ts';
import { selectOnFirstClick } from './selectOnFirstClick.ts';
import { useLabelDrag } from './useLabelDrag.ts';

export interface NumberFieldProps {
	readonly label: string;
	/** The label as drawn, when the name is longer: "X" for "Position X". */
	readonly shortLabel?: string;
	readonly placement?: LabelPlacement;
	readonly value: number;
	readonly min?: number | undefined;
	readonly max?: number | undefined;
	readonly step?: number;
	/** Decimals always shown; default 0. */
	readonly decimals?: number;
	/** Decimals kept; default `decimals`. */
	readonly maxDecimals?: number;
	readonly unit?: string;
	readonly disabled?: boolean;
	readonly error?: string | undefined;
	readonly hint?: ReactNode;
	/** After the unit, inside the well: a small button. */
	readonly after?: ReactNode;
	/** Each legal number while it is typed; nothing is decided yet. */
	readonly onInput?: (value: number) => void;
	/** Enter, blur, arrows, and the end of a drag when no drag handlers are given. */
	readonly onCommit: (value: number) => void;
	/** One drag of the label is one gesture: start, any number of values, end with `kept` or given up (Escape). */
	readonly onDragStart?: () => void;
	readonly onDrag?: (value: number) => void;
	readonly onDragEnd?: (kept: boolean) => void;
	readonly className?: string;
	readonly ref?: Ref<HTMLInputElement>;
}

/**
 * A number with its unit: type it, press the arrows, or drag the label sideways (Shift ten times, Alt a tenth);
 * Escape gives the old value back. What is typed counts on Enter or when the focus leaves; nonsense is dropped.
 */
export function NumberField(props: NumberFieldProps) {
	const { label, placement = 'row', value, step = 1, unit, disabled = false, error, hint } = props;
	const decimals = props.decimals ?? 0;
	const limits = {
		min: props.min,
		max: props.max,
		decimals,
		maxDecimals: props.maxDecimals ?? decimals,
	};
	const { decimalSign } = useText().common;
	const id = useId();
	const [typed, setTyped] = useState<string | null>(null);
	const [dragged, setDragged] = useState<number | null>(null);

	const drag = useLabelDrag({
		disabled,
		value,
		move: (from, pixels, keys) =>
			fitNumber(from + pixels * stepOf(step, limits.maxDecimals, keys), limits),
		onStart: () => {
			setTyped(null);
			props.onDragStart?.();
		},
		onMove: (next) => {
			setDragged(next);
			props.onDrag?.(next);
		},
		onEnd: (kept, last) => {
			setDragged(null);
			props.onDragEnd?.(kept);
			if (kept && !props.onDragEnd && last !== value) props.onCommit(last);
		},
	});

	const commit = () => {
		if (typed === null) return;
		setTyped(null);
		const parsed = parseNumber(typed);
		if (parsed === undefined) return;
		const next = fitNumber(parsed, limits);
		if (next !== value || props.onInput) props.onCommit(next);
	};
	const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
		if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
			commit();
			event.currentTarget.select();
		} else if (event.key === 'Escape' && typed !== null) {
			event.preventDefault();
			event.stopPropagation();
			setTyped(null);
			props.onInput?.(value);
		} else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
			event.preventDefault();
			const from = (typed === null ? undefined : parseNumber(typed)) ?? value;
			const by = stepOf(step, limits.maxDecimals, event) * (event.key === 'ArrowUp' ? 1 : -1);
			setTyped(null);
			props.onCommit(fitNumber(from + by, limits));
		}
	};

	const labelProps = {
		onPointerDown: drag.onPointerDown,
		className: cx(styles.handle, drag.dragging && styles.dragging),
	};
	return (
		<Field
			id={id}
			label={label}
			placement={placement}
			error={error}
			hint={hint}
			labelProps={labelProps}
			className={props.className}
		>
			<div
				className={fieldStyles.well}
				data-error={error ? '' : undefined}
				data-disabled={disabled ? '' : undefined}
			>
				{placement === 'inside' && (
					<label
						htmlFor={id}
						{...labelProps}
						className={cx(fieldStyles.inside, labelProps.className)}
					>
						{props.shortLabel ?? label}
					</label>
				)}
				<input
					{...selectOnFirstClick}
					ref={props.ref}
					id={id}
					className={cx(fieldStyles.input, drag.dragging && styles.changing)}
					inputMode={limits.maxDecimals > 0 || (limits.min ?? -1) < 0 ? 'decimal' : 'numeric'}
					autoComplete="off"
					spellCheck={false}
					disabled={disabled}
					aria-label={props.shortLabel ? label : undefined}
					aria-invalid={error ? true : undefined}
					aria-describedby={describedBy(id, error, hint, unit && `${id}-unit`)}
					value={typed ?? formatNumber(dragged ?? value, limits, decimalSign)}
					onChange={(event) => {
						const text = event.currentTarget.value;
						setTyped(text);
						const parsed = parseNumber(text);
						if (parsed !== undefined && fitNumber(parsed, limits) === parsed)
							props.onInput?.(parsed);
					}}
					onKeyDown={onKeyDown}
					onBlur={commit}
				/>
				{unit && (
					<span id={`${id}-unit`} className={fieldStyles.unit}>
						{unit}
					</span>
				)}
				{props.after}
			</div>
		</Field>
	);
}
