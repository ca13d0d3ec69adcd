import type { EditorStore } from '../store/createEditorStore.ts';

/** Draws and plays one track alone, or all again; default: the first selected one. What is exported stays. */
export function toggleSolo(store: EditorStore, trackId?: string): void {
	const { view, selection } = store.getState();
	const id = trackId ?? selection.trackIds[0] ?? null;
	store.setView({
		soloId: view.soloId === null || (id !== null && view.soloId !== id) ? id : null,
	});
}
