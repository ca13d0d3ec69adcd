import type { Command } from '#core/document/commands.ts';
import type { WanDocument } from '#core/document/document.ts';
import * as history from '#core/history/history.ts';
import { fitViewport } from '#render/scene/viewport.ts';
import { restingTool, runTool } from '../../tools/toolRegistry.ts';
import { withHistory } from '../applyEffect.ts';
import { type EditorState, initialState } from '../editorState.ts';
import { frameRectOf } from '../imageSpace.ts';
import type { StoreAccess } from '../storeAccess.ts';
import { toolContext } from '../toolContext.ts';
import { fitMargin } from './viewActions.ts';

export interface HistoryActions {
	/** One undo step. @param label A key of `text.editor.undo` (`UndoLabel`), or words of its own. */
	readonly dispatch: (label: string, commands: readonly Command[]) => void;
	readonly beginGesture: (label: string) => void;
	/** Each preview starts from the document at `beginGesture`. */
	readonly previewGesture: (commands: readonly Command[]) => void;
	readonly commitGesture: () => void;
	readonly cancelGesture: () => void;
	/** One step back; a gesture in progress is dropped instead. */
	readonly undo: () => void;
	readonly redo: () => void;
	/** Goes to where so many steps are done. */
	readonly goToStep: (steps: number) => void;
	/** Another document: the history begins anew, nothing is selected, the view fits. */
	readonly loadDocument: (document: WanDocument) => void;
}

export const createHistoryActions = ({ update, createId }: StoreAccess): HistoryActions => {
	const change = (next: (value: history.History) => history.History) =>
		update((state) => refit(state, withHistory(state, next(state.history))));
	const travel = (next: (value: history.History) => history.History) =>
		update((state) => {
			if (!state.history.gesture) return refit(state, withHistory(state, next(state.history)));
			const { active } = runTool(state.tool, { type: 'abort' }, toolContext(state, createId));
			return withHistory({ ...state, tool: active }, history.cancelGesture(state.history));
		});
	return {
		dispatch: (label, commands) => change((value) => history.dispatch(value, label, commands)),
		beginGesture: (label) => change((value) => history.beginGesture(value, label)),
		previewGesture: (commands) => change((value) => history.previewGesture(value, commands)),
		commitGesture: () => change(history.commitGesture),
		cancelGesture: () => change(history.cancelGesture),
		undo: () => travel(history.undo),
		redo: () => travel(history.redo),
		goToStep: (steps) => travel((value) => history.goToStep(value, steps)),
		loadDocument: (document) =>
			update((state) => {
				const fresh = initialState(document);
				return refit(state, {
					...fresh,
					tool: restingTool(state.tool.id),
					canvas: state.canvas,
					viewport: state.viewport,
					isLooping: state.isLooping,
					options: { ...state.options, pivot: null },
					view: { ...state.view, soloId: null },
					frameDots: state.frameDots,
				});
			}),
	};
};

/** A view that follows the frame keeps following it when the picture or the frame changes. */
function refit(before: EditorState, after: EditorState): EditorState {
	const a = before.history.present;
	const b = after.history.present;
	const isSame = a.image === b.image && a.frame === b.frame && before.isFitted === after.isFitted;
	if (isSame || !after.isFitted || after.canvas.width === 0) return after;
	return { ...after, viewport: fitViewport(frameRectOf(b), after.canvas, fitMargin) };
}
