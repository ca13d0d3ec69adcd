import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { EditorStore } from './store/createEditorStore.ts';
import type { EditorState } from './store/editorState.ts';

/** A value of the editor's state; renders again only when it changes, fields and items compared one by one. */
export const useEditor = <T>(store: EditorStore, select: (state: EditorState) => T): T =>
	useStore(store, useShallow(select));
