import {
	beginGesture,
	cancelGesture,
	commitGesture,
	dispatch,
	type History,
	previewGesture,
} from '#core/history/history.ts';
import { fitViewport, zoomViewport } from '#render/scene/viewport.ts';
import type { Effect } from '../tools/tool.ts';
import type { EditorState } from './editorState.ts';
import { pruneSelection } from './selection.ts';

/** The editor after one effect of a tool. Pure. */
export function applyEffect(state: EditorState, effect: Effect): EditorState {
	const { history, viewport } = state;
	switch (effect.type) {
		case 'gesture/begin':
			return withHistory(state, beginGesture(history, effect.label));
		case 'gesture/preview':
			return withHistory(state, previewGesture(history, effect.commands));
		case 'gesture/commit':
			return withHistory(state, commitGesture(history));
		case 'gesture/cancel':
			return withHistory(state, cancelGesture(history));
		case 'dispatch':
			return withHistory(state, dispatch(history, effect.label, effect.commands));
		case 'track/discard':
			return withHistory(state, discardTrack(history, effect.trackId));
		case 'selection/set':
			return effect.selection === state.selection
				? state
				: { ...state, selection: effect.selection };
		case 'group/open':
			return { ...state, openGroup: effect.groupId };
		case 'options/set':
			return { ...state, options: { ...state.options, ...effect.patch } };
		case 'viewport/pan':
			return {
				...state,
				isFitted: false,
				viewport: { ...viewport, x: viewport.x + effect.dx, y: viewport.y + effect.dy },
			};
		case 'viewport/zoom':
			return {
				...state,
				isFitted: false,
				viewport: zoomViewport(viewport, effect.at, viewport.scale * effect.factor),
			};
		case 'viewport/show':
			return {
				...state,
				isFitted: false,
				viewport: fitViewport(effect.rect, state.canvas, 8),
			};
	}
}

/** A new history, with the selection held to what the document still has. */
export function withHistory(state: EditorState, history: History): EditorState {
	if (history === state.history) return state;
	const selection = pruneSelection(state.selection, history.present);
	const { soloId } = state.view;
	const isSoloThere = soloId === null || history.present.tracks.some(({ id }) => id === soloId);
	const view = isSoloThere ? state.view : { ...state.view, soloId: null };
	return { ...state, history, selection, view };
}

/** When adding the track was the last step, that step is forgotten; otherwise the track is removed as a step. */
function discardTrack(history: History, trackId: string): History {
	const last = history.undos.at(-1);
	const wasJustAdded =
		history.gesture === null &&
		last !== undefined &&
		last.after === history.present &&
		last.before.tracks.every((track) => track.id !== trackId);
	if (wasJustAdded) return { ...history, present: last.before, undos: history.undos.slice(0, -1) };
	return dispatch(history, 'deleteTrack', [{ type: 'track/remove', trackIds: [trackId] }]);
}
