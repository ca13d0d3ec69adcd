import { useSyncExternalStore } from 'react';
import { Tooltip } from '#ui/controls/Tooltip.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { Autosave } from '../studio/createAutosave.ts';
import styles from './AppHeader.module.css';

/** Whether the shot is stored. It follows the writes by itself: they come while something is dragged too. */
export function SaveMark({
	autosave,
	isPersistent,
}: {
	readonly autosave: Autosave;
	readonly isPersistent: boolean;
}) {
	const t = useText().app.header;
	const state = useSyncExternalStore(autosave.subscribe, autosave.get);
	if (!isPersistent || state === 'failed')
		return (
			<Tooltip content={isPersistent ? t.notSavedHint : t.memoryOnlyHint}>
				<button type="button" className={styles.notSaved}>
					{isPersistent ? t.notSaved : t.memoryOnly}
				</button>
			</Tooltip>
		);
	return (
		<span className={styles.saved} role="status">
			{state === 'saving' ? t.saving : t.saved}
		</span>
	);
}
