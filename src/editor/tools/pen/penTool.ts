// One file because it is one state machine: three states, each with its own function below.
import type { Command } from '#core/document/commands.ts';
import { type ControlPoint, createTrack, type Track } from '#core/document/document.ts';
import type { ImagePoint, ScreenPoint } from '#core/geometry/point.ts';
import { imageToScreen } from '#render/scene/viewport.ts';
import { snapPlace } from '../../snap/createSnapper.ts';
import type { Guide } from '../../snap/snap.ts';
import { nothingSelected, selectTracks } from '../../store/selection.ts';
import { constrain } from '../constrain.ts';
import {
	type Effect,
	type PointerToolEvent,
	type Step,
	stay,
	type Tool,
	type ToolContext,
	type ToolEvent,
} from '../tool.ts';

export type PenState =
	| { readonly name: 'idle' }
	/** Between clicks; `pointer` is where the next point would come. */
	| {
			readonly name: 'drawing';
			readonly trackId: string;
			readonly pointer: ImagePoint | null;
			readonly guides: readonly Guide[];
	  }
	/** A point is set and dragging draws its handles out of it until the pointer is up; its gesture is open. */
	| {
			readonly name: 'placing';
			readonly trackId: string;
			/** The new track when this is its first point. */
			readonly track: Track | null;
			readonly index: number;
			readonly point: ControlPoint;
	  };

const idle: PenState = { name: 'idle' };
/** Screen px within which a click on the first point ends the path. */
const closeReach = 10;

/** Draws a path point by point: each click is one undo step. Enter, Escape, a double click or the first point end it. */
export const penTool: Tool<PenState> = {
	id: 'pen',
	initial: idle,
	transition: (state, event, context) => {
		switch (state.name) {
			case 'idle':
				return event.type === 'pointerDown' ? begin(event, context) : stay(state);
			case 'drawing':
				return fromDrawing(state, event, context);
			case 'placing':
				return fromPlacing(state, event);
		}
	},
	cursor: () => 'crosshair',
	hint: (state) => (state.name === 'idle' ? 'penIdle' : 'penDrawing'),
};

/** The track being drawn, while the document still has it and it takes points. */
export const drawnTrack = (state: PenState, tracks: readonly Track[]): Track | undefined =>
	state.name === 'idle'
		? undefined
		: tracks.find((track) => track.id === state.trackId && !track.closed);

function begin(event: PointerToolEvent, context: ToolContext): Step<PenState> {
	const resumed = endUnderPointer(event, context);
	if (resumed)
		return {
			state: { name: 'drawing', trackId: resumed.id, pointer: null, guides: [] },
			effects: [{ type: 'selection/set', selection: selectTracks([resumed.id]) }],
		};
	const point = pointAt(event, event.point);
	const track = createTrack(context.document, context.createId(), 'path', [point]);
	return {
		state: { name: 'placing', trackId: track.id, track, index: 0, point },
		effects: [
			{ type: 'gesture/begin', label: 'addTrack' },
			{ type: 'gesture/preview', commands: [{ type: 'track/add', track }] },
			{ type: 'selection/set', selection: selectTracks([track.id]) },
		],
	};
}

/** The selected path whose last point is pressed goes on from there. */
function endUnderPointer(event: PointerToolEvent, context: ToolContext): Track | undefined {
	const hit = context.hitTest(event.screen, event.isCoarse);
	if (hit?.type !== 'point' || !context.selection.trackIds.includes(hit.trackId)) return undefined;
	const track = context.document.tracks.find((t) => t.id === hit.trackId);
	return track && !track.closed && hit.index === track.points.length - 1 ? track : undefined;
}

function fromDrawing(
	state: Extract<PenState, { name: 'drawing' }>,
	event: ToolEvent,
	context: ToolContext,
): Step<PenState> {
	const track = drawnTrack(state, context.document.tracks);
	switch (event.type) {
		case 'pointerMove':
			return stay({ ...state, ...nextPlace(track, event, context) });
		case 'pointerDown':
			if (!track) return begin(event, context);
			if (event.clickCount === 2) return finish(state, context);
			if (isOnFirst(track, event, context)) return close(track);
			return place(track, event, context);
		case 'finish':
		case 'cancel':
			return finish(state, context);
		case 'delete':
			return track ? removeLast(state, track) : stay(idle);
		default:
			return stay(state);
	}
}

/** Where the next point comes: with Shift at a multiple of 45 degrees from the last one, else drawn to what is near. */
function nextPlace(
	track: Track | undefined,
	event: PointerToolEvent,
	context: ToolContext,
): { readonly pointer: ImagePoint; readonly guides: readonly Guide[] } {
	const last = track?.points.at(-1);
	if (last && event.modifiers.shift) {
		const [dx, dy] = constrain(event.point.x - last.x, event.point.y - last.y);
		return { pointer: { x: last.x + dx, y: last.y + dy }, guides: [] };
	}
	if (event.modifiers.ctrl) return { pointer: event.point, guides: [] };
	const { x, y, guides } = snapPlace(context, event.point, track ? [track.id] : []);
	return { pointer: { x, y }, guides };
}

function place(track: Track, event: PointerToolEvent, context: ToolContext): Step<PenState> {
	const index = track.points.length;
	const point = pointAt(event, nextPlace(track, event, context).pointer);
	return {
		state: { name: 'placing', trackId: track.id, track: null, index, point },
		effects: [
			{ type: 'gesture/begin', label: 'addPoint' },
			{
				type: 'gesture/preview',
				commands: [{ type: 'point/insert', trackId: track.id, index, point }],
			},
		],
	};
}

function fromPlacing(
	state: Extract<PenState, { name: 'placing' }>,
	event: ToolEvent,
): Step<PenState> {
	const drawing: PenState = {
		name: 'drawing',
		trackId: state.trackId,
		pointer: null,
		guides: [],
	};
	switch (event.type) {
		case 'pointerMove':
			return event.isDragging ? shaped(state, event) : stay(state);
		case 'pointerUp':
			return {
				state: drawing,
				effects: [
					...(event.isDragging ? shaped(state, event).effects : []),
					{ type: 'gesture/commit' },
				],
			};
		case 'abort':
			return {
				state: state.track ? idle : drawing,
				effects: [{ type: 'gesture/cancel' }],
			};
		case 'cancel':
			// The point under the pointer goes; a single one before it is no path and goes too.
			return {
				state: idle,
				effects: [{ type: 'gesture/cancel' }, ...(state.index === 1 ? discard(state.trackId) : [])],
			};
		default:
			return stay(state);
	}
}

/** The point with the handles that the drag draws: alike on both sides, with Alt only the one ahead. */
function shaped(
	state: Extract<PenState, { name: 'placing' }>,
	event: PointerToolEvent,
): Step<PenState> {
	let handleOut = { x: event.point.x - state.point.x, y: event.point.y - state.point.y };
	if (event.modifiers.shift) {
		const [x, y] = constrain(handleOut.x, handleOut.y);
		handleOut = { x, y };
	}
	const handleIn = event.modifiers.alt
		? (state.point.handleIn ?? { x: 0, y: 0 })
		: { x: -handleOut.x, y: -handleOut.y };
	const point: ControlPoint = { ...state.point, mode: 'bezier', handleIn, handleOut };
	const command: Command = state.track
		? { type: 'track/add', track: { ...state.track, points: [point] } }
		: { type: 'point/insert', trackId: state.trackId, index: state.index, point };
	return {
		state: { ...state, point },
		effects: [{ type: 'gesture/preview', commands: [command] }],
	};
}

function finish(
	state: Extract<PenState, { name: 'drawing' }>,
	context: ToolContext,
): Step<PenState> {
	const track = drawnTrack(state, context.document.tracks);
	const isPath = !track || track.points.length >= 2;
	return { state: idle, effects: isPath ? [] : discard(track.id) };
}

const discard = (trackId: string): Effect[] => [
	{ type: 'track/discard', trackId },
	{ type: 'selection/set', selection: nothingSelected },
];

/** A click on the first point ends the path there; with three points or more it becomes a loop. */
function close(track: Track): Step<PenState> {
	return {
		state: idle,
		effects:
			track.points.length < 3
				? []
				: [
						{
							type: 'dispatch',
							label: 'closeTrack',
							commands: [{ type: 'track/set', trackIds: [track.id], patch: { closed: true } }],
						},
					],
	};
}

function removeLast(state: Extract<PenState, { name: 'drawing' }>, track: Track): Step<PenState> {
	const last = track.points.length - 1;
	return {
		state: last === 0 ? idle : state,
		effects:
			last === 0
				? discard(track.id)
				: [
						{
							type: 'dispatch',
							label: 'deletePoint',
							commands: [{ type: 'point/remove', trackId: track.id, indices: [last] }],
						},
					],
	};
}

function isOnFirst(track: Track, event: PointerToolEvent, context: ToolContext): boolean {
	const first = track.points[0];
	if (!first || track.points.length < 2) return false;
	const at: ScreenPoint = imageToScreen(context.viewport, first);
	const reach = event.isCoarse ? 2 * closeReach : closeReach;
	return Math.hypot(at.x - event.screen.x, at.y - event.screen.y) <= reach;
}

/** Alt makes a corner. */
const pointAt = (event: PointerToolEvent, { x, y }: ImagePoint): ControlPoint => ({
	x,
	y,
	mode: event.modifiers.alt ? 'corner' : 'smooth',
});
