import { useState } from 'react';
import { useText } from '#ui/text/useText.tsx';
import styles from './AppHeader.module.css';

/** The name of the shot, edited in place: Enter or leaving the field keeps it, Escape gives the old one back. */
export function ShotName({
	name,
	onRename,
}: {
	readonly name: string;
	onRename(name: string): void;
}) {
	const t = useText().app.header;
	const [draft, setDraft] = useState<string | null>(null);
	const finish = () => {
		const next = draft?.trim();
		setDraft(null);
		if (next && next !== name) onRename(next);
	};
	return (
		<input
			className={styles.name}
			aria-label={t.shotName}
			maxLength={200}
			size={Math.min(28, Math.max(6, (draft ?? name).length))}
			value={draft ?? name}
			onFocus={(event) => event.currentTarget.select()}
			onChange={(event) => setDraft(event.currentTarget.value)}
			onBlur={finish}
			onKeyDown={(event) => {
				if (event.key === 'Enter') event.currentTarget.blur();
				if (event.key === 'Escape') setDraft(null);
			}}
		/>
	);
}
