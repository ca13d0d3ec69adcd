import { placeForeign } from '#core/formats/placeForeign.ts';
import { readForeign } from '#core/formats/readForeign.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { selectTracks } from '../store/selection.ts';

/**
 * Adds the tracks of a text that another program copied (SVG, keyframes, an editor's field ...) and selects them; travels by
 * itself, when a text is neither our own nor ATI's. @returns false when there are no tracks in it.
 */
export function pasteForeign(store: EditorStore, text: string): boolean {
	const document = store.getDocument();
	const read = readForeign({ content: text }, document.frame);
	if (!read.ok || read.value.kind === 'project') return false;
	const tracks = placeForeign(read.value, document, store.createId);
	store.dispatch(
		'paste',
		tracks.map((track) => ({ type: 'track/add', track })),
	);
	store.select(selectTracks(tracks.map((track) => track.id)));
	return true;
}
