import { Button } from '#ui/controls/Button.tsx';
import { formatShortcut } from '#ui/shortcut/formatShortcut.ts';
import { useText } from '#ui/text/useText.tsx';
import { useShortcuts } from '../input/shortcuts.ts';
import { useKeyWords } from '../input/useKeyWords.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { hintOf } from '../tools/hintOf.ts';
import { useCalmEditor, useEditor } from '../useEditor.ts';
import styles from './HintBar.module.css';

/** What pressing does now; where the pointer is; the zoom. */
export function HintBar({ store }: { readonly store: EditorStore }) {
	const text = useText();
	const hint = useEditor(store, hintOf);
	const keys = useShortcuts(store);
	const tip = (command: 'fit' | 'oneToOne') => formatShortcut(keys(command) ?? '') || undefined;
	const words = useKeyWords(store);
	const scale = useEditor(store, (state) => state.viewport.scale);
	return (
		<div className={styles.bar}>
			<span className={styles.hint}>{words(text.editor.hints[hint])}</span>
			<PointerPlace store={store} />
			<span className={styles.zoom} title={text.editor.zoomLevel}>
				{text.common.percent(scale)}
			</span>
			<Button variant="quiet" size="s" tooltip={tip('fit')} onClick={store.fit}>
				{text.editor.fit}
			</Button>
			<Button variant="quiet" size="s" tooltip={tip('oneToOne')} onClick={store.oneToOne}>
				{text.editor.oneToOne}
			</Button>
		</div>
	);
}

function PointerPlace({ store }: { readonly store: EditorStore }) {
	const text = useText().editor;
	const words = useCalmEditor(store, ({ pointer }) =>
		pointer ? text.pointerAt(pointer.x, pointer.y) : '',
	);
	return <span className={styles.place}>{words}</span>;
}
