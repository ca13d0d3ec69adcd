import styles from './Switch.module.css';

export interface SwitchProps {
	readonly label: string;
	readonly checked: boolean;
	readonly onChange: (checked: boolean) => void;
	readonly disabled?: boolean;
	/** The label is drawn by somebody else. */
	readonly hideLabel?: boolean;
}

/** On or off at once, no form to send. */
export function Switch({ label, checked, onChange, disabled, hideLabel = false }: SwitchProps) {
	return (
		<label className={styles.line} data-disabled={disabled ? '' : undefined}>
			<input
				type="checkbox"
				role="switch"
				className={styles.switch}
				checked={checked}
				aria-checked={checked}
				disabled={disabled}
				onChange={(event) => onChange(event.currentTarget.checked)}
			/>
			<span className={hideLabel ? 'visually-hidden' : undefined}>{label}</span>
		</label>
	);
}
