import type { EditorState } from '../store/editorState.ts';
import type { HintKey } from './tool.ts';
import { toolHint } from './toolRegistry.ts';

/** What pressing does now, with the hand or by the keyboard's crosshair. */
export function hintOf({ heldTool, tool, hover, crosshair }: EditorState): HintKey {
	if (!crosshair || heldTool) return toolHint(heldTool ?? tool, hover);
	if (tool.id === 'pen') return tool.state.name === 'idle' ? 'crosshair' : 'crosshairPath';
	if (tool.id === 'region' && tool.state.name === 'chosen') return 'regionChosen';
	const isDrawing = tool.state.name !== 'idle';
	return tool.id === 'pin' || tool.id === 'zoom' || !isDrawing ? 'crosshair' : 'crosshairDrag';
}
