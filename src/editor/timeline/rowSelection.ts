import type { EditorState } from '../store/editorState.ts';
import { type Selection, selectTracks, toggle } from '../store/selection.ts';

/** What a press on a row selects: the track; Ctrl adds or takes away, Shift selects up to it. */
export function rowSelection(
	{ selection, history }: EditorState,
	trackId: string,
	keys: { readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean },
): Selection {
	if (keys.ctrlKey || keys.metaKey) return selectTracks(toggle(selection.trackIds, trackId));
	const anchor = selection.trackIds[0];
	if (!keys.shiftKey || anchor === undefined) return selectTracks([trackId]);
	const ids = history.present.tracks.map((track) => track.id);
	const a = ids.indexOf(anchor);
	const b = ids.indexOf(trackId);
	const between = ids.slice(Math.min(a, b), Math.max(a, b) + 1);
	return selectTracks([anchor, ...between.filter((id) => id !== anchor)]);
}
