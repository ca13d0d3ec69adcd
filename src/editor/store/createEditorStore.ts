import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WanDocument } from '#core/document/document.ts';
import { createHistoryActions, type HistoryActions } from './actions/historyActions.ts';
import { createPlaybackActions, type PlaybackActions } from './actions/playbackActions.ts';
import { createSelectionActions, type SelectionActions } from './actions/selectionActions.ts';
import { createToolActions, type ToolActions } from './actions/toolActions.ts';
import { createViewActions, type ViewActions } from './actions/viewActions.ts';
import { type EditorState, initialState } from './editorState.ts';
import type { StoreAccess } from './storeAccess.ts';

export interface EditorActions
	extends HistoryActions,
		SelectionActions,
		ToolActions,
		ViewActions,
		PlaybackActions {}

/** The editor's state with everything that changes it; views read it with `useEditor`. */
export interface EditorStore extends StoreApi<EditorState>, EditorActions {
	/** The document as shown: a gesture in progress is in it. */
	readonly getDocument: () => WanDocument;
	/** An id for a new track or group. */
	readonly createId: () => string;
}

export interface EditorStoreOptions {
	readonly document?: WanDocument;
	/** Ids of new tracks; each call a new one. Default: random UUIDs. */
	readonly createId?: () => string;
}

/** A new editor. It holds no timer and no listener; playing is driven from outside (`startPlayback`). */
export function createEditorStore(options: EditorStoreOptions = {}): EditorStore {
	const createId = options.createId ?? (() => crypto.randomUUID());
	const api = createStore<EditorState>(() => initialState(options.document));
	const access: StoreAccess = {
		get: api.getState,
		update: (change) => api.setState((state) => change(state), true),
		createId,
	};
	return {
		...api,
		getDocument: () => api.getState().history.present,
		createId,
		...createHistoryActions(access),
		...createSelectionActions(access),
		...createToolActions(access),
		...createViewActions(access),
		...createPlaybackActions(access),
	};
}
