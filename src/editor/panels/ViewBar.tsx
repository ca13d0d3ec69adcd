import { ChartSpline } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { ToggleButton } from '#ui/controls/ToggleButton.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { EditorStore } from '../store/createEditorStore.ts';
import { useEditor } from '../useEditor.ts';
import styles from './ViewBar.module.css';

const ToolOptions = lazy(() => import('./ToolOptions.tsx'));

/** The drawing does not wait for its options. */
function useAfterPaint(): boolean {
	const [isPainted, setPainted] = useState(false);
	useEffect(() => {
		const timer = setTimeout(() => setPainted(true), 300);
		return () => clearTimeout(timer);
	}, []);
	return isPainted;
}

/** What is drawn over the picture. @param children More toggles, from other rooms. */
export function ViewBar({
	store,
	children,
}: {
	readonly store: EditorStore;
	readonly children?: ReactNode;
}) {
	const text = useText().editor;
	const isPainted = useAfterPaint();
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
			{isPainted && (
				<Suspense fallback={null}>
					<ToolOptions store={store} />
				</Suspense>
			)}
		</div>
	);
}
