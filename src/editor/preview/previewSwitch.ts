import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EditorStore } from '../store/createEditorStore.ts';

export interface PreviewSwitch {
	/** The draft is drawn over the picture. */
	readonly isOn: boolean;
	/** Pieces are being cut out; what is drawn is older, or nothing yet. */
	readonly isBusy: boolean;
}

const switches = new WeakMap<EditorStore, StoreApi<PreviewSwitch>>();

/** Whether the draft is previewed on an editor's canvas; session, not document. */
export function previewSwitch(store: EditorStore): StoreApi<PreviewSwitch> {
	const found = switches.get(store);
	if (found) return found;
	const created = createStore<PreviewSwitch>(() => ({ isOn: false, isBusy: false }));
	switches.set(store, created);
	return created;
}
