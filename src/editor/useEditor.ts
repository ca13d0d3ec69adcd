import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { subscribeCalmly } from './calmly.ts';
import type { EditorStore } from './store/createEditorStore.ts';
import type { EditorState } from './store/editorState.ts';

/** A value of the editor's state; renders again only when it changes, fields and items compared one by one. */
export const useEditor = <T>(store: EditorStore, select: (state: EditorState) => T): T =>
	useStore(store, useShallow(select));

/** The same for what is read beside the canvas while something is dragged on it; see `subscribeCalmly`. */
export function useCalmEditor<T>(store: EditorStore, select: (state: EditorState) => T): T {
	const calm = useMemo(
		() => ({
			...store,
			subscribe: (listener: Parameters<EditorStore['subscribe']>[0]) =>
				subscribeCalmly(store, listener),
		}),
		[store],
	);
	return useStore(calm, useShallow(select));
}
