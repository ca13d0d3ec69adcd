import { isCarried, resolveTracks } from '#core/trajectory/resolveTracks.ts';
import type { Theme } from '#render/palette.ts';
import { cameraScene } from '#render/scene/cameraScene.ts';
import { followScene } from '#render/scene/followScene.ts';
import type { Mark } from '#render/scene/mark.ts';
import type { EditorState } from '../store/editorState.ts';
import { isCameraOpen } from './cameraFocus.ts';

/** More ways than this hide the picture. */
const mostWays = 60;

/** While the camera is worked on: what it shows at the playhead, and the ways that tracks make with it. */
export function cameraMarks(state: EditorState, theme: Theme): Mark[] {
	if (!isCameraOpen(state) || state.history.present.camera.keys.length === 0) return [];
	const { history, viewport, playhead, view } = state;
	const carried = resolveTracks(history.present).filter(isCarried).slice(0, mostWays);
	return [
		...followScene(carried, viewport, theme),
		...(view.isPictureMoved ? [] : cameraScene(history.present, playhead, viewport, theme)),
	];
}
