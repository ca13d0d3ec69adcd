import { paintCanvas2d } from '#render/painters/canvas2d.ts';
import type { Theme } from '#render/palette.ts';
import type { EditorState } from '../store/editorState.ts';
import {
	activeMarks,
	createInactiveViews,
	frameMarks,
	headMarks,
	inactiveMarks,
} from './canvasScene.ts';
import { type Picture, paintPicture } from './paintPicture.ts';

/** What the drawing needs besides the state. */
export interface SceneLook {
	readonly picture: Picture | null;
	readonly theme: Theme;
}

export interface SceneLayer {
	/** What the layer is made of; it is drawn again when one of these is another value. */
	watch(state: EditorState): readonly unknown[];
	/** Draws in CSS px. */
	paint(context: CanvasRenderingContext2D, state: EditorState, look: SceneLook): void;
}

/** The four layers from back to front: picture, tracks at rest, tracks under work, playhead heads. */
export function createSceneLayers(): readonly SceneLayer[] {
	const inactive = createInactiveViews();
	return [
		{
			watch: ({ history: { present }, viewport, canvas }) => [
				present.image,
				present.frame,
				viewport,
				canvas,
			],
			paint(context, state, { picture, theme }) {
				paintPicture(context, picture, state, 'rgb(128 132 140 / .16)');
				paintCanvas2d(context, frameMarks(state, theme));
			},
		},
		{
			watch: (state) => [inactive(state), state.viewport, state.canvas],
			paint: (context, state, { theme }) =>
				paintCanvas2d(context, inactiveMarks(inactive(state), state, theme)),
		},
		{
			watch: (state) => [
				state.selection.trackIds.length > 0 || state.hover ? state.history.present : null,
				state.selection,
				state.hover,
				state.tool,
				state.viewport,
				state.canvas,
				state.frameDots,
			],
			paint: (context, state, { theme }) => paintCanvas2d(context, activeMarks(state, theme)),
		},
		{
			watch: (state) => [
				state.playhead,
				state.isPlaying,
				state.playhead === 0 ? null : state.history.present.tracks,
				state.selection.trackIds,
				state.viewport,
				state.canvas,
			],
			paint: (context, state, { theme }) => paintCanvas2d(context, headMarks(state, theme)),
		},
	];
}
