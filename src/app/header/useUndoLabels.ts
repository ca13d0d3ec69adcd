import type { EditorStore } from '#editor/store/createEditorStore.ts';
import { isUndoLabel } from '#editor/store/undoLabel.ts';
import { useEditor } from '#editor/useEditor.ts';
import { useText } from '#ui/text/useText.tsx';

/** What undo and redo would do, in the reader's words; undefined: nothing. */
export function useUndoLabels(store: EditorStore): {
	readonly undo: string | undefined;
	readonly redo: string | undefined;
} {
	const { editor } = useText();
	const { undo, redo } = useEditor(store, ({ history }) => ({
		undo: history.undos.at(-1)?.label,
		redo: history.redos.at(-1)?.label,
	}));
	const words = (label: string | undefined) =>
		label !== undefined && isUndoLabel(label) ? editor.undo[label] : label;
	return { undo: words(undo), redo: words(redo) };
}
