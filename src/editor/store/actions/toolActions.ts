import type { ImagePoint } from '#core/geometry/point.ts';
import { type Hit, isSameHit } from '../../hit-test/hitTest.ts';
import type { Keymap } from '../../input/keymap.ts';
import { loadToolkit } from '../../tools/loadToolkit.ts';
import type { Cursor, ToolEvent, ToolId } from '../../tools/tool.ts';
import { isToolLoaded, restingTool, runTool } from '../../tools/toolRegistry.ts';
import { applyEffect } from '../applyEffect.ts';
import type { EditorState, MenuRequest } from '../editorState.ts';
import { nothingSelected, selectTracks } from '../selection.ts';
import type { StoreAccess } from '../storeAccess.ts';
import { toolContext } from '../toolContext.ts';

export interface ToolActions {
	/** The tool at hand answers an event; all it asks for is one notification. */
	readonly handleToolEvent: (event: ToolEvent) => void;
	/** What is in progress with the old tool is ended as by Escape. */
	readonly setTool: (id: ToolId) => void;
	/** The hand for as long as Space or the middle button is held. */
	readonly holdHand: (isHeld: boolean) => void;
	/** Escape: ends what is in progress, then deselects, then goes back to the select tool. */
	readonly escape: () => void;
	readonly setHover: (hover: Hit | null, handleCursor?: Cursor | null) => void;
	/** A pointer over the canvas takes the keyboard's crosshair away. */
	readonly setPointer: (pointer: ImagePoint | null) => void;
	readonly setCrosshair: (crosshair: ImagePoint | null) => void;
	readonly setMenu: (menu: MenuRequest | null) => void;
	readonly setKeymap: (keymap: Keymap) => void;
}

export const createToolActions = ({ get, update, createId }: StoreAccess): ToolActions => {
	const handle = (state: EditorState, event: ToolEvent): EditorState => {
		const { active, effects } = runTool(
			state.heldTool ?? state.tool,
			event,
			toolContext(state, createId),
		);
		const moved: EditorState = state.heldTool
			? active === state.heldTool
				? state
				: { ...state, heldTool: active }
			: active === state.tool
				? state
				: { ...state, tool: active };
		return effects.reduce(applyEffect, pressedBy(moved, event));
	};
	/** The tool asked for last while its code is not here, and what was done meanwhile: the tool answers it when it comes. */
	let awaited: { readonly events: ToolEvent[] } | null = null;
	const setTool = (id: ToolId): void => {
		awaited = null;
		if (isToolLoaded(id)) {
			takeUp(id);
			return;
		}
		const mine: { readonly events: ToolEvent[] } = { events: [] };
		awaited = mine;
		loadToolkit().then(
			() => {
				if (awaited !== mine) return;
				awaited = null;
				takeUp(id);
				for (const event of mine.events) handleToolEvent(event);
			},
			// Its button is there to be pressed again.
			() => {
				if (awaited === mine) awaited = null;
			},
		);
	};
	const handleToolEvent = (event: ToolEvent): void => {
		const { heldTool, isPressed } = get();
		if (awaited && heldTool === null && !isPressed) {
			awaited.events.push(event);
			return;
		}
		update((state) => {
			const isForSelection = event.type === 'delete' || event.type === 'nudge';
			return isForSelection && state.tool.id !== 'select' && state.tool.state.name === 'idle'
				? bySelectTool(state, event)
				: handle(state, event);
		});
	};
	const takeUp = (id: ToolId): void =>
		update((state) => {
			if (state.tool.id === id) return state;
			const ended = handleTool(state, { type: 'cancel' });
			return { ...ended, tool: restingTool(id), hover: null, handleCursor: null };
		});
	/** As `handle`, past a held hand; the select tool keeps its selection. */
	const handleTool = (state: EditorState, event: ToolEvent): EditorState => {
		if (state.tool.state.name === 'idle') return state;
		return { ...handle({ ...state, heldTool: null }, event), heldTool: state.heldTool };
	};
	/** Deleting and nudging work with every resting tool: the select tool does them, each key one step. */
	const bySelectTool = (state: EditorState, event: ToolEvent): EditorState => {
		const lent = { ...state, heldTool: null, tool: restingTool('select') };
		const done = handle(handle(lent, event), { type: 'nudgeEnd' });
		return { ...done, heldTool: state.heldTool, tool: state.tool };
	};
	return {
		handleToolEvent,
		setTool,
		holdHand: (isHeld) =>
			update((state) => {
				// A drag in progress stays with its tool.
				if (isHeld === (state.heldTool !== null) || (isHeld && state.isPressed)) return state;
				return { ...state, heldTool: isHeld ? restingTool('hand') : null };
			}),
		escape: () => {
			const { tool, selection, openGroup } = get();
			if (tool.state.name !== 'idle') update((state) => handleTool(state, { type: 'cancel' }));
			else if (openGroup !== null) update((state) => closeGroup(state));
			else if (selection.points)
				update((state) => ({ ...state, selection: { ...selection, points: null } }));
			else if (selection.trackIds.length > 0)
				update((state) => ({ ...state, selection: nothingSelected }));
			else setTool('select');
		},
		setHover: (hover, handleCursor = null) =>
			update((state) =>
				isSameHit(state.hover, hover) && state.handleCursor === handleCursor
					? state
					: { ...state, hover, handleCursor },
			),
		setPointer: (pointer) =>
			update((state) =>
				state.pointer === pointer
					? state
					: { ...state, pointer, crosshair: pointer ? null : state.crosshair },
			),
		setCrosshair: (crosshair) =>
			update((state) => (state.crosshair === crosshair ? state : { ...state, crosshair })),
		setMenu: (menu) => update((state) => (state.menu === menu ? state : { ...state, menu })),
		setKeymap: (keymap) => update((state) => ({ ...state, keymap })),
	};
};

/** The group is selected as a whole again. */
const closeGroup = (state: EditorState): EditorState => ({
	...state,
	openGroup: null,
	selection: selectTracks(
		state.history.present.tracks.flatMap((t) => (t.groupId === state.openGroup ? [t.id] : [])),
	),
});

function pressedBy(state: EditorState, event: ToolEvent): EditorState {
	switch (event.type) {
		case 'pointerDown':
			return { ...state, isPressed: true };
		case 'pointerUp':
		case 'abort':
		case 'cancel':
			return state.isPressed ? { ...state, isPressed: false } : state;
		default:
			return state;
	}
}
