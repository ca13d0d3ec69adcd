import type { Hit } from '../hit-test/hitTest.ts';
import { freehandTool } from './freehand/freehandTool.ts';
import { handTool } from './hand/handTool.ts';
import { penTool } from './pen/penTool.ts';
import { pinTool } from './pin/pinTool.ts';
import { selectTool } from './select/selectTool.ts';
import type { Cursor, Effect, HintKey, Tool, ToolContext, ToolEvent, ToolId } from './tool.ts';
import { zoomTool } from './zoom/zoomTool.ts';

export const tools = {
	select: selectTool,
	pen: penTool,
	freehand: freehandTool,
	pin: pinTool,
	hand: handTool,
	zoom: zoomTool,
} as const;

/** A tool's id with its own state. */
export type ActiveTool = {
	readonly [Id in ToolId]: {
		readonly id: Id;
		readonly state: (typeof tools)[Id]['initial'];
	};
}[ToolId];

type AnyTool = Tool<{ readonly name: string }>;
/** The pair of `id` and `state` is only made here, so each tool meets its own states. */
const toolOf = (id: ToolId): AnyTool => tools[id] as unknown as AnyTool;
const pair = (id: ToolId, state: { readonly name: string }): ActiveTool =>
	({ id, state }) as ActiveTool;

export const restingTool = (id: ToolId): ActiveTool => pair(id, toolOf(id).initial);

export function runTool(
	active: ActiveTool,
	event: ToolEvent,
	context: ToolContext,
): { readonly active: ActiveTool; readonly effects: readonly Effect[] } {
	const { state, effects } = toolOf(active.id).transition(active.state, event, context);
	return { active: state === active.state ? active : pair(active.id, state), effects };
}

export const toolCursor = (active: ActiveTool, hover: Hit | null): Cursor =>
	toolOf(active.id).cursor(active.state, hover);

export const toolHint = (active: ActiveTool, hover: Hit | null): HintKey =>
	toolOf(active.id).hint(active.state, hover);
