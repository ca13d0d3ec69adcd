import { Check } from 'lucide-react';
import { useId } from 'react';
import styles from './Checkbox.module.css';
import { describedBy } from './Field.tsx';
import { Icon } from './Icon.tsx';

export interface CheckboxProps {
	readonly label: string;
	readonly checked: boolean;
	readonly onChange: (checked: boolean) => void;
	readonly disabled?: boolean;
	readonly hint?: string | undefined;
}

/** A box with its label; the whole line is the target. */
export function Checkbox({ label, checked, onChange, disabled = false, hint }: CheckboxProps) {
	const id = useId();
	return (
		<label className={styles.line} data-disabled={disabled ? '' : undefined}>
			<span className={styles.box}>
				<input
					type="checkbox"
					className={styles.input}
					checked={checked}
					disabled={disabled}
					aria-describedby={describedBy(id, undefined, hint)}
					onChange={(event) => onChange(event.currentTarget.checked)}
				/>
				<span className={styles.mark}>
					<Icon of={Check} size={12} />
				</span>
			</span>
			<span>{label}</span>
			{hint && (
				<span id={`${id}-hint`} className={styles.hint}>
					{hint}
				</span>
			)}
		</label>
	);
}
