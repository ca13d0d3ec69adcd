import { Check, Copy } from 'lucide-react';
import { IconButton } from '#ui/controls/IconButton.tsx';
import { useText } from '#ui/text/useText.tsx';
import styles from './CopyField.module.css';
import { useCopy } from './useCopy.ts';

/** A command to be copied. */
export function CopyField({ value, label }: { value: string; label: string }) {
	const text = useText();
	const { copied, copy } = useCopy();
	return (
		<div className={styles.field}>
			<code className={styles.code}>{value}</code>
			<IconButton
				size="s"
				iconSize={14}
				icon={copied ? Check : Copy}
				label={copied ? text.common.copied : label}
				onClick={() => copy(value)}
			/>
		</div>
	);
}
