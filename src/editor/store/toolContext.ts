import { hitAll, hitTest } from '../hit-test/hitTest.ts';
import type { ToolContext } from '../tools/tool.ts';
import type { EditorState } from './editorState.ts';

/** What tools may read of the editor. */
export const toolContext = (state: EditorState, createId: () => string): ToolContext => ({
	document: state.history.present,
	selection: state.selection,
	viewport: state.viewport,
	options: state.options,
	openGroup: state.openGroup,
	hitTest: (screen, isCoarse) =>
		hitTest(state.history.present, state.viewport, screen, isCoarse, state.selection),
	hitAll: (screen, isCoarse) => hitAll(state.history.present, state.viewport, screen, isCoarse),
	createId,
});
