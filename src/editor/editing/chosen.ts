import type { Track } from '#core/document/document.ts';
import type { Rect } from '#core/geometry/point.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';
import { selectionBox } from '../tools/select/extra/selectionBox.ts';

/** The selected tracks that may be changed, in the document's order. */
export const chosenTracks = ({ history, selection }: EditorState): readonly Track[] =>
	history.present.tracks.filter((t) => selection.trackIds.includes(t.id) && !t.locked);

/** The selected points with their track, when that may be changed. */
export function chosenPoints(
	state: EditorState,
): { readonly track: Track; readonly indices: readonly number[] } | null {
	const { points } = state.selection;
	const track = points && chosenTracks(state).find((t) => t.id === points.trackId);
	return points && track ? { track, indices: points.indices } : null;
}

/** The box round what is selected, image px. */
export const chosenBox = (store: EditorStore): Rect | null =>
	selectionBox(store.getDocument(), store.getState().selection);
