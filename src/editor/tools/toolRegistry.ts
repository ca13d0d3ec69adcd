import type { Hit } from '../hit-test/hitTest.ts';
import { handTool } from './hand/handTool.ts';
import { toolkit } from './loadToolkit.ts';
import { selectTool } from './select/selectTool.ts';
import type { Cursor, Effect, HintKey, Tool, ToolContext, ToolEvent, ToolId } from './tool.ts';
import type { Toolkit } from './toolkit.ts';

const base = { select: selectTool, hand: handTool } as const;
type Tools = typeof base & Toolkit['tools'];

/** A tool's id with its own state. */
export type ActiveTool = {
	readonly [Id in ToolId]: {
		readonly id: Id;
		readonly state: Tools[Id]['initial'];
	};
}[ToolId];

type AnyTool = Tool<{ readonly name: string }>;

export const isToolLoaded = (id: ToolId): boolean => id in base || toolkit() !== null;

/** The pair of `id` and `state` is only made here, so each tool meets its own states. */
function toolOf(id: ToolId): AnyTool {
	const tool = id === 'select' || id === 'hand' ? base[id] : toolkit()?.tools[id];
	if (!tool) throw new Error(`The tool ${id} was taken up before its code was loaded`);
	return tool as unknown as AnyTool;
}
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
