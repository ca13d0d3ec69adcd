import { type ReactNode, type Ref, type TextareaHTMLAttributes, useId, useState } from 'react';
import fieldStyles from './Field.module.css';
import { describedBy, Field, type LabelPlacement } from './Field.tsx';

export interface TextAreaProps
	extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onInput' | 'onChange'> {
	readonly label: string;
	readonly placement?: LabelPlacement;
	readonly value: string;
	/** The first change since the focus came: a good moment to begin a gesture. */
	readonly onBegin?: () => void;
	/** Each change while typing. */
	readonly onInput?: (value: string) => void;
	/** Once, when the focus leaves, and only if the text changed. */
	readonly onCommit?: (value: string) => void;
	readonly error?: string | undefined;
	readonly hint?: ReactNode;
	readonly ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text; its height is the person's. */
export function TextArea({
	label,
	placement = 'above',
	value,
	onBegin,
	onInput,
	onCommit,
	error,
	hint,
	className,
	...rest
}: TextAreaProps) {
	const id = useId();
	const [typed, setTyped] = useState<string | null>(null);
	return (
		<Field
			id={id}
			label={label}
			placement={placement}
			error={error}
			hint={hint}
			className={className}
		>
			<textarea
				rows={3}
				{...rest}
				id={id}
				className={fieldStyles.area}
				data-error={error ? '' : undefined}
				aria-invalid={error ? true : undefined}
				aria-describedby={describedBy(id, error, hint)}
				value={typed ?? value}
				onChange={(event) => {
					if (typed === null) onBegin?.();
					setTyped(event.currentTarget.value);
					onInput?.(event.currentTarget.value);
				}}
				onBlur={(event) => {
					rest.onBlur?.(event);
					if (typed === null) return;
					setTyped(null);
					onCommit?.(typed);
				}}
			/>
		</Field>
	);
}
