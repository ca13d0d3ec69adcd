import type { EditorState } from './editorState.ts';

/** What each group of actions gets. */
export interface StoreAccess {
	readonly get: () => EditorState;
	/** One change, one notification; none when the same state comes back. */
	readonly update: (change: (state: EditorState) => EditorState) => void;
	readonly createId: () => string;
}
