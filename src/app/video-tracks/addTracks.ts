import { tracksFromSamples } from '#core/formats/tracksToDocument.ts';
import type { EditorStore } from '#editor/store/createEditorStore.ts';

/** Adds samples of the shot as tracks that can be edited: one undo step. @param label What Undo says. */
export function addTracks(
	editor: EditorStore,
	samples: readonly Float64Array[],
	label: string,
): void {
	const tracks = tracksFromSamples(editor.getDocument(), samples, editor.createId);
	editor.dispatch(
		label,
		tracks.map((track) => ({ type: 'track/add', track })),
	);
}
