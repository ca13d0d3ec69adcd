import {
	type InputHTMLAttributes,
	type KeyboardEvent,
	type ReactNode,
	type Ref,
	useId,
	useState,
} from 'react';
import fieldStyles from './Field.module.css';
import { describedBy, Field, type LabelPlacement } from './Field.tsx';
import { selectOnFirstClick } from './selectOnFirstClick.ts';

export interface TextFieldProps
	extends Omit<
		InputHTMLAttributes<HTMLInputElement>,
		'value' | 'onInput' | 'onChange' | 'prefix' | 'size'
	> {
	readonly label: string;
	readonly placement?: LabelPlacement;
	readonly value: string;
	/** Each change while typing. */
	readonly onInput?: (value: string) => void;
	/** Once, on Enter or when the focus leaves, and only if the text changed; Escape gives the old text back. */
	readonly onCommit?: (value: string) => void;
	readonly error?: string | undefined;
	readonly hint?: ReactNode;
	/** Before and after the text, inside the well. */
	readonly before?: ReactNode;
	readonly after?: ReactNode;
	readonly size?: 'm' | 'l';
	readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField({
	label,
	placement = 'row',
	value,
	onInput,
	onCommit,
	error,
	hint,
	before,
	after,
	size = 'm',
	className,
	...rest
}: TextFieldProps) {
	const id = useId();
	const [typed, setTyped] = useState<string | null>(null);
	const [base, setBase] = useState(value);
	const begin = () => {
		if (typed === null) setBase(value);
	};
	const commit = () => {
		if (typed === null) return;
		setTyped(null);
		if (typed !== base) onCommit?.(typed);
	};
	const restore = () => {
		setTyped(null);
		onInput?.(base);
	};
	const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
		rest.onKeyDown?.(event);
		if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit();
		if (event.key === 'Escape' && typed !== null) {
			event.stopPropagation();
			event.preventDefault();
			restore();
		}
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
			<div
				className={fieldStyles.well}
				data-size={size}
				data-error={error ? '' : undefined}
				data-disabled={rest.disabled ? '' : undefined}
			>
				{placement === 'inside' && (
					<label htmlFor={id} className={fieldStyles.inside}>
						{label}
					</label>
				)}
				{before}
				<input
					autoComplete="off"
					spellCheck={false}
					{...selectOnFirstClick}
					{...rest}
					id={id}
					className={fieldStyles.input}
					aria-invalid={error ? true : undefined}
					aria-describedby={describedBy(id, error, hint)}
					value={typed ?? value}
					onChange={(event) => {
						begin();
						setTyped(event.currentTarget.value);
						onInput?.(event.currentTarget.value);
					}}
					onKeyDown={onKeyDown}
					onBlur={(event) => {
						commit();
						rest.onBlur?.(event);
					}}
				/>
				{after}
			</div>
		</Field>
	);
}
