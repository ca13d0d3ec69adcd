import { hitTest } from '../hit-test/hitTest.ts';
import type { ToolContext } from '../tools/tool.ts';
import type { EditorState } from './editorState.ts';

/** What tools may read of the editor. */
export const toolContext = (state: EditorState, createId: () => string): ToolContext => ({
	document: state.history.present,
	selection: state.selection,
	viewport: state.viewport,
	hitTest: (screen, isCoarse) => hitTest(state.history.present, state.viewport, screen, isCoarse),
	createId,
});
