import type { EditorStore } from '../store/createEditorStore.ts';
import type { EditorState } from '../store/editorState.ts';
import { nothingSelected } from '../store/selection.ts';

/** Whether the camera is what is worked on: its row was chosen, and no track since. */
export const isCameraOpen = ({ view, selection }: EditorState): boolean =>
	view.cameraKey !== null && selection.trackIds.length === 0;

/** Which of its keys is worked on; -1 while it has none. */
export const chosenKey = ({ view, history }: EditorState): number =>
	Math.min(view.cameraKey ?? -1, history.present.camera.keys.length - 1);

/**
 * Works on the camera, and on one of its keys: the playhead goes there, so that the canvas shows what it does.
 * @param index Default: the last key, and the playhead stays.
 */
export function openCamera(store: EditorStore, index?: number): void {
	const { keys } = store.getDocument().camera;
	store.select(nothingSelected);
	store.setView({ cameraKey: Math.max(0, index ?? keys.length - 1) });
	const key = index === undefined ? undefined : keys[index];
	if (key) store.setPlayhead(key.time);
}

export const closeCamera = (store: EditorStore): void => store.setView({ cameraKey: null });
