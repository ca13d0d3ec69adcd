import { shapeKinds } from '#core/edit/shapes.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { copyTracks, pasteOther, pasteTracks } from './clipboard.ts';
import { group, selectSameColor, ungroup } from './groupActions.ts';
import { closePaths, join, reverse, split } from './pathActions.ts';
import { moveInList } from './reorderActions.ts';
import { toggleSolo } from './toggleSolo.ts';
import { flipX, flipY, mirror, quarterTurn } from './transformActions.ts';

/** Changes by key or button that travel after the canvas. */
export const edits = {
	flipX,
	flipY,
	quarterTurn,
	mirror,
	reverse,
	split,
	join,
	closePaths,
	group,
	ungroup,
	selectSameColor,
	solo: (store: EditorStore) => toggleSolo(store),
	listUp: (store: EditorStore) => moveInList(store, -1),
	listDown: (store: EditorStore) => moveInList(store, 1),
	/** The next of the shapes, or the shapes tool itself when another is in hand. */
	nextShape: (store: EditorStore) => {
		const { tool, options } = store.getState();
		const at = shapeKinds.indexOf(options.shape);
		const shape = shapeKinds[(at + 1) % shapeKinds.length];
		if (tool.id === 'shapes' && shape) store.setOptions({ shape });
		else store.setTool('shapes');
	},
} as const;

export type EditId = keyof typeof edits;

export const clipboard = { copyTracks, pasteTracks, pasteOther };
