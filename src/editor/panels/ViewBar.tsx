import { ChartSpline } from 'lucide-react';
import type { ReactNode } from 'react';
import { ToggleButton } from '#ui/controls/ToggleButton.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import { useEditor } from '../useEditor.ts';
import styles from './ViewBar.module.css';

/** What is drawn over the picture. @param children More toggles, from other rooms. */
export function ViewBar({
	store,
	children,
}: {
	readonly store: EditorStore;
	readonly children?: ReactNode;
}) {
	const text = useText().editor;
	const frameDots = useEditor(store, (state) => state.frameDots);
	return (
		<div className={styles.bar} role="toolbar" aria-label={text.viewBar}>
			<ToggleButton
				label={text.frameDots}
				icon={ChartSpline}
				pressed={frameDots}
				onPressedChange={store.setFrameDots}
				tooltip={text.frameDotsReason}
				surface="canvas"
			/>
			{children}
		</div>
	);
}
