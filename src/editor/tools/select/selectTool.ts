// One file because it is one state machine: six states, each with its own function below.
import type { Command } from '#core/document/commands.ts';
import type { ControlPoint, WanDocument } from '#core/document/document.ts';
import type { ImagePoint } from '#core/geometry/point.ts';
import type { Hit } from '../../hit-test/hitTest.ts';
import {
	nothingSelected,
	type Selection,
	selectPoints,
	selectTracks,
	toggle,
} from '../../store/selection.ts';
import {
	type Effect,
	type PointerToolEvent,
	type Step,
	stay,
	type Tool,
	type ToolContext,
	type ToolEvent,
} from '../tool.ts';
import { marqueeSelection, rectBetween } from './marquee.ts';

export type SelectState =
	| { readonly name: 'idle' }
	/** Down on something, not yet a drag; `onClick` is the selection if it stays a click. */
	| { readonly name: 'pointing'; readonly origin: ImagePoint; readonly onClick: Selection | null }
	| { readonly name: 'translating'; readonly origin: ImagePoint; readonly moved: Selection }
	/** Down on nothing: a marquee once it is a drag. */
	| {
			readonly name: 'brushing';
			readonly origin: ImagePoint;
			readonly current: ImagePoint;
			readonly before: Selection;
			readonly adds: boolean;
	  }
	/** A point that a double click put on a path, held until the pointer is up. */
	| {
			readonly name: 'inserting';
			readonly trackId: string;
			readonly index: number;
			readonly point: ControlPoint;
			readonly origin: ImagePoint;
	  }
	/** Arrow keys are down; the sum so far, image px. */
	| {
			readonly name: 'nudging';
			readonly dx: number;
			readonly dy: number;
			readonly moved: Selection;
	  };

type SelectStep = Step<SelectState>;
const idle: SelectState = { name: 'idle' };

/** Selects and moves tracks, pins and control points; a double click on a path adds a point. */
export const selectTool: Tool<SelectState> = {
	id: 'select',
	initial: idle,
	transition: (state, event, context) => {
		switch (state.name) {
			case 'idle':
				return fromIdle(event, context);
			case 'pointing':
				return fromPointing(state, event, context);
			case 'translating':
				return fromTranslating(state, event);
			case 'brushing':
				return fromBrushing(state, event, context);
			case 'inserting':
				return fromInserting(state, event);
			case 'nudging':
				return fromNudging(state, event, context);
		}
	},
	cursor: (state, hover) => {
		if (state.name === 'translating' || state.name === 'inserting') return 'move';
		if (state.name === 'brushing') return 'crosshair';
		return hover ? 'pointer' : 'default';
	},
	hint: (state, hover) => {
		if (state.name === 'translating' || state.name === 'inserting') return 'translating';
		if (state.name === 'brushing') return 'brushing';
		if (hover?.type === 'point' || hover?.type === 'pin') return 'selectPoint';
		return hover ? 'selectPath' : 'selectIdle';
	},
};

function fromIdle(event: ToolEvent, context: ToolContext): SelectStep {
	switch (event.type) {
		case 'pointerDown':
			return press(event, context);
		case 'delete':
			return { state: idle, effects: deleteSelection(context) };
		case 'cancel':
			return { state: idle, effects: [setSelection(nothingSelected)] };
		case 'nudge': {
			const moved = openSelection(context);
			if (moved.trackIds.length === 0) return stay(idle);
			return {
				state: { name: 'nudging', dx: event.dx, dy: event.dy, moved },
				effects: [begin('nudge'), preview(moveCommands(moved, event.dx, event.dy))],
			};
		}
		default:
			return stay(idle);
	}
}

function press(event: PointerToolEvent, context: ToolContext): SelectStep {
	const hit = context.hitTest(event.screen, event.isCoarse);
	const { selection } = context;
	if (!hit)
		return stay({
			name: 'brushing',
			origin: event.point,
			current: event.point,
			before: selection,
			adds: event.modifiers.shift,
		});
	if (hit.type === 'path' && event.clickCount === 2 && !event.modifiers.shift)
		return insert(hit, event.point);
	const next = pressed(hit, selection, event.modifiers.shift);
	return {
		state: { name: 'pointing', origin: event.point, onClick: next.onClick },
		effects: [setSelection(next.onPress)],
	};
}

/** What pressing selects at once, and what it selects if it turns out to be a click and not a drag. */
function pressed(
	hit: Hit,
	selection: Selection,
	adds: boolean,
): { onPress: Selection; onClick: Selection | null } {
	if (hit.type === 'point') {
		const own = selection.points?.trackId === hit.trackId ? selection.points.indices : [];
		if (adds)
			return own.includes(hit.index)
				? { onPress: selection, onClick: selectPoints(hit.trackId, toggle(own, hit.index)) }
				: { onPress: selectPoints(hit.trackId, [...own, hit.index]), onClick: null };
		if (own.includes(hit.index))
			return { onPress: selection, onClick: selectPoints(hit.trackId, [hit.index]) };
		return { onPress: selectPoints(hit.trackId, [hit.index]), onClick: null };
	}
	const isIn = selection.trackIds.includes(hit.trackId);
	if (adds)
		return isIn
			? { onPress: selection, onClick: selectTracks(toggle(selection.trackIds, hit.trackId)) }
			: { onPress: selectTracks([...selection.trackIds, hit.trackId]), onClick: null };
	if (isIn && !selection.points)
		return { onPress: selection, onClick: selectTracks([hit.trackId]) };
	return { onPress: selectTracks([hit.trackId]), onClick: null };
}

function fromPointing(
	state: Extract<SelectState, { name: 'pointing' }>,
	event: ToolEvent,
	context: ToolContext,
): SelectStep {
	switch (event.type) {
		case 'pointerMove': {
			if (!event.isDragging) return stay(state);
			const moved = openSelection(context);
			if (moved.trackIds.length === 0) return stay(state);
			const [dx, dy] = delta(state.origin, event);
			return {
				state: { name: 'translating', origin: state.origin, moved },
				effects: [
					begin(moved.points ? 'movePoint' : 'moveTrack'),
					preview(moveCommands(moved, dx, dy)),
				],
			};
		}
		case 'pointerUp':
			return { state: idle, effects: state.onClick ? [setSelection(state.onClick)] : [] };
		case 'cancel':
		case 'abort':
			return stay(idle);
		default:
			return stay(state);
	}
}

function fromTranslating(
	state: Extract<SelectState, { name: 'translating' }>,
	event: ToolEvent,
): SelectStep {
	switch (event.type) {
		case 'pointerMove':
		case 'pointerUp': {
			const [dx, dy] = delta(state.origin, event);
			const moving = preview(moveCommands(state.moved, dx, dy));
			return event.type === 'pointerMove'
				? { state, effects: [moving] }
				: { state: idle, effects: [moving, { type: 'gesture/commit' }] };
		}
		case 'cancel':
		case 'abort':
			return { state: idle, effects: [{ type: 'gesture/cancel' }] };
		default:
			return stay(state);
	}
}

function fromBrushing(
	state: Extract<SelectState, { name: 'brushing' }>,
	event: ToolEvent,
	context: ToolContext,
): SelectStep {
	switch (event.type) {
		case 'pointerMove': {
			if (!event.isDragging) return stay(state);
			const rect = rectBetween(state.origin, event.point);
			const selection = marqueeSelection(
				context.document,
				rect,
				state.adds ? state.before : nothingSelected,
			);
			return { state: { ...state, current: event.point }, effects: [setSelection(selection)] };
		}
		case 'pointerUp': {
			const isClick = state.current === state.origin;
			return {
				state: idle,
				effects: isClick && !state.adds ? [setSelection(nothingSelected)] : [],
			};
		}
		case 'cancel':
		case 'abort':
			return { state: idle, effects: [setSelection(state.before)] };
		default:
			return stay(state);
	}
}

function insert(hit: Extract<Hit, { type: 'path' }>, origin: ImagePoint): SelectStep {
	const point: ControlPoint = { x: hit.point.x, y: hit.point.y, mode: 'smooth' };
	const index = hit.segmentIndex + 1;
	return {
		state: { name: 'inserting', trackId: hit.trackId, index, point, origin },
		effects: [
			begin('insertPoint'),
			preview([{ type: 'point/insert', trackId: hit.trackId, index, point }]),
			setSelection(selectPoints(hit.trackId, [index])),
		],
	};
}

function fromInserting(
	state: Extract<SelectState, { name: 'inserting' }>,
	event: ToolEvent,
): SelectStep {
	const { trackId, index } = state;
	switch (event.type) {
		case 'pointerMove': {
			if (!event.isDragging) return stay(state);
			const [dx, dy] = delta(state.origin, event);
			const point = { ...state.point, x: state.point.x + dx, y: state.point.y + dy };
			return { state, effects: [preview([{ type: 'point/insert', trackId, index, point }])] };
		}
		case 'pointerUp':
			return { state: idle, effects: [{ type: 'gesture/commit' }] };
		case 'cancel':
		case 'abort':
			return {
				state: idle,
				effects: [{ type: 'gesture/cancel' }, setSelection(selectTracks([trackId]))],
			};
		default:
			return stay(state);
	}
}

function fromNudging(
	state: Extract<SelectState, { name: 'nudging' }>,
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
			const next = fromIdle(event, context);
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

const isOpen = (document: WanDocument, trackId: string): boolean =>
	document.tracks.some((track) => track.id === trackId && !track.locked);

/** The selection without locked tracks: those stay. */
function openSelection({ document, selection }: ToolContext): Selection {
	const trackIds = selection.trackIds.filter((id) => isOpen(document, id));
	return { trackIds, points: trackIds.length ? selection.points : null };
}

const moveCommands = (selection: Selection, dx: number, dy: number): readonly Command[] =>
	selection.points
		? [{ type: 'point/translate', ...selection.points, dx, dy }]
		: [{ type: 'track/translate', trackIds: selection.trackIds, dx, dy }];

/** Shift keeps to the axis moved along most. */
function delta(origin: ImagePoint, event: PointerToolEvent): readonly [dx: number, dy: number] {
	const dx = event.point.x - origin.x;
	const dy = event.point.y - origin.y;
	if (!event.modifiers.shift) return [dx, dy];
	return Math.abs(dx) >= Math.abs(dy) ? [dx, 0] : [0, dy];
}

const begin = (label: Extract<Effect, { type: 'gesture/begin' }>['label']): Effect => ({
	type: 'gesture/begin',
	label,
});
const preview = (commands: readonly Command[]): Effect => ({ type: 'gesture/preview', commands });
const setSelection = (selection: Selection): Effect => ({ type: 'selection/set', selection });
