import { nothingSelected, selectTracks } from '../../store/selection.ts';
import { toolkit } from '../loadToolkit.ts';
import { type Effect, stay, type Tool, type ToolContext, type ToolEvent } from '../tool.ts';
import { fromBrushing } from './brushing.ts';
import { fromInserting, fromPointing, fromTranslating } from './moving.ts';
import { openGroupOf, press } from './press.ts';
import {
	begin,
	idle,
	moveCommands,
	openSelection,
	preview,
	type SelectState,
	type SelectStateOf,
	type SelectStep,
	setSelection,
} from './selectState.ts';

/** Selects and moves tracks, pins and control points; a double click on a path adds a point. */
export const selectTool: Tool<SelectState> = {
	id: 'select',
	initial: idle,
	transition: (state, event, context) => {
		switch (state.name) {
			case 'idle':
				return fromIdle(state, event, context);
			case 'pointing':
				return fromPointing(state, event, context);
			case 'translating':
				return fromTranslating(state, event, context);
			case 'extra':
				return fromExtra(state, event, context);
			case 'brushing':
				return fromBrushing(state, event, context);
			case 'inserting':
				return fromInserting(state, event);
			case 'nudging':
				return fromNudging(state, event, context);
		}
	},
	cursor: (state, hover) => {
		if (state.name === 'extra') return toolkit()?.extra.cursor(state.extra) ?? 'default';
		if (state.name === 'translating' || state.name === 'inserting') return 'move';
		if (state.name === 'brushing') return 'crosshair';
		return hover ? 'pointer' : 'default';
	},
	hint: (state, hover) => {
		if (state.name === 'extra') return toolkit()?.extra.hint(state.extra) ?? 'translating';
		if (hover?.type === 'handle') return 'handle';
		if (state.name === 'translating' || state.name === 'inserting') return 'translating';
		if (state.name === 'brushing') return 'brushing';
		if (hover?.type === 'point' || hover?.type === 'pin') return 'selectPoint';
		return hover ? 'selectPath' : 'selectIdle';
	},
};

function fromIdle(
	state: SelectStateOf<'idle'>,
	event: ToolEvent,
	context: ToolContext,
): SelectStep {
	switch (event.type) {
		case 'pointerDown':
			return press(event, context, state.clicked);
		case 'delete':
			return { state: idle, effects: deleteSelection(context) };
		case 'cancel':
			return { state: idle, effects: [setSelection(nothingSelected)] };
		case 'finish':
			return openGroupOf(context.selection.trackIds[0], context);
		case 'nudge': {
			const moved = openSelection(context);
			if (moved.trackIds.length === 0) return stay(idle);
			return {
				state: { name: 'nudging', dx: event.dx, dy: event.dy, moved },
				effects: [begin('nudge'), preview(moveCommands(moved, event.dx, event.dy))],
			};
		}
		default:
			return stay(state);
	}
}

function fromExtra(
	state: SelectStateOf<'extra'>,
	event: ToolEvent,
	context: ToolContext,
): SelectStep {
	const step = toolkit()?.extra.transition(state.extra, event, context);
	if (!step) return stay(idle);
	const next: SelectState = step.state
		? step.state === state.extra
			? state
			: { name: 'extra', extra: step.state }
		: idle;
	return { state: next, effects: step.effects };
}

function fromNudging(
	state: SelectStateOf<'nudging'>,
	event: ToolEvent,
	context: ToolContext,
): SelectStep {
	switch (event.type) {
		case 'nudge': {
			const dx = state.dx + event.dx;
			const dy = state.dy + event.dy;
			return {
				state: { ...state, dx, dy },
				effects: [preview(moveCommands(state.moved, dx, dy))],
			};
		}
		case 'cancel':
		case 'abort':
			return { state: idle, effects: [{ type: 'gesture/cancel' }] };
		case 'nudgeEnd':
			return { state: idle, effects: [{ type: 'gesture/commit' }] };
		case 'pointerMove':
		case 'pointerUp':
			return stay(state);
		default: {
			const next = fromIdle({ name: 'idle' }, event, context);
			return { ...next, effects: [{ type: 'gesture/commit' }, ...next.effects] };
		}
	}
}

function deleteSelection(context: ToolContext): Effect[] {
	const { trackIds, points } = openSelection(context);
	if (trackIds.length === 0) return [];
	if (!points)
		return [
			{ type: 'dispatch', label: 'deleteTrack', commands: [{ type: 'track/remove', trackIds }] },
		];
	return [
		{ type: 'dispatch', label: 'deletePoint', commands: [{ type: 'point/remove', ...points }] },
		setSelection(selectTracks([points.trackId])),
	];
}
