import { type CSSProperties, useEffect, useId, useRef } from 'react';
import { Field, type LabelPlacement } from './Field.tsx';
import styles from './Slider.module.css';

export interface SliderProps {
	readonly label: string;
	readonly placement?: LabelPlacement;
	readonly value: number;
	readonly min: number;
	readonly max: number;
	readonly step?: number;
	readonly disabled?: boolean;
	/** Said and shown in the bubble: `2.50 s`. */
	readonly format?: (value: number) => string;
	/** Each value while it moves. */
	readonly onInput: (value: number) => void;
	/** Once, when the knob is let go or a key was pressed. */
	readonly onCommit?: (value: number) => void;
}

/** A value along a line. */
export function Slider({
	label,
	placement = 'row',
	value,
	min,
	max,
	step = 1,
	disabled = false,
	format = String,
	onInput,
	onCommit,
}: SliderProps) {
	const id = useId();
	const input = useRef<HTMLInputElement>(null);
	const commit = useRef(onCommit);
	commit.current = onCommit;
	useEffect(() => {
		const element = input.current;
		const changed = () => commit.current?.(Number(element?.value));
		// React's onChange is the input event; the DOM's change comes once at the end.
		element?.addEventListener('change', changed);
		return () => element?.removeEventListener('change', changed);
	}, []);
	const share = max > min ? (value - min) / (max - min) : 0;
	return (
		<Field id={id} label={label} placement={placement}>
			<div className={styles.slider} style={{ '--share': share } as CSSProperties}>
				<input
					ref={input}
					id={id}
					type="range"
					className={styles.input}
					value={value}
					min={min}
					max={max}
					step={step}
					disabled={disabled}
					aria-label={placement === 'inside' ? label : undefined}
					aria-valuetext={format(value)}
					onChange={(event) => onInput(Number(event.currentTarget.value))}
				/>
				<span className={styles.bubble} data-text={format(value)} />
			</div>
		</Field>
	);
}
