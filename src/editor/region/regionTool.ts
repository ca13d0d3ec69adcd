import type { ImagePoint } from '#core/geometry/point.ts';
import type { FoundRegion, RegionStroke } from '#core/region/findRegion.ts';
import { regionTracks } from '#core/region/regionTracks.ts';
import { selectTracks } from '../store/selection.ts';
import {
	type PointerToolEvent,
	type Step,
	stay,
	type Tool,
	type ToolContext,
} from '../tools/tool.ts';

/** What has been selected so far, and what that came to. */
export interface RegionChoice {
	readonly strokes: readonly RegionStroke[];
	/** Null until the worker has answered for these strokes; then kept until the next answer. */
	readonly found: FoundRegion | null;
	/** `found` is that of these strokes. */
	readonly isFound: boolean;
	/** Tracks are made of it as soon as it is found. */
	readonly isWanted: boolean;
}

export type RegionState =
	| { readonly name: 'idle' }
	| {
			readonly name: 'drawing';
			readonly line: readonly ImagePoint[];
			readonly how: 'add' | 'subtract';
			/** What was there before, and what the stroke adds to or takes from. */
			readonly before: RegionChoice | null;
			readonly isFresh: boolean;
	  }
	| ({ readonly name: 'chosen' } & RegionChoice);

const idle: RegionState = { name: 'idle' };

/**
 * Selects a thing: strokes of the chosen mode, Shift adds, Alt takes away. Nothing of it is in the document until Enter
 * makes tracks of it, which is one step; Escape drops it, Delete takes the last stroke back.
 */
export const regionTool: Tool<RegionState> = {
	id: 'region',
	initial: idle,
	transition: (state, event, context) => {
		switch (event.type) {
			case 'pointerDown':
				return stay(state.name === 'drawing' ? state : begin(state, event, context));
			case 'pointerMove':
				return stay(
					state.name === 'drawing' && event.isDragging
						? { ...state, line: [...state.line, ...pointsOf(event)] }
						: state,
				);
			case 'pointerUp':
				return stay(state.name === 'drawing' ? end(state, event, context) : state);
			case 'regionFound': {
				if (state.name !== 'chosen' || state.strokes !== event.strokes) return stay(state);
				const chosen = { ...state, found: event.found, isFound: true };
				return state.isWanted ? make(chosen, context) : stay(chosen);
			}
			case 'finish':
				if (state.name !== 'chosen') return stay(state);
				return state.isFound ? make(state, context) : stay({ ...state, isWanted: true });
			case 'delete': {
				if (state.name !== 'chosen') return stay(state);
				const strokes = state.strokes.slice(0, -1);
				return stay(strokes.length > 0 ? { ...state, strokes, isFound: false } : idle);
			}
			case 'abort':
				return stay(state.name === 'drawing' ? restOf(state.before) : state);
			case 'cancel':
				return stay(idle);
			default:
				return stay(state);
		}
	},
	cursor: () => 'crosshair',
	hint: (state) => {
		if (state.name === 'idle') return 'regionIdle';
		return state.name === 'drawing' ? 'regionDrawing' : 'regionChosen';
	},
};

const restOf = (choice: RegionChoice | null): RegionState =>
	choice ? { name: 'chosen', ...choice } : idle;

const pointsOf = ({ trail }: PointerToolEvent): ImagePoint[] => trail.map(({ x, y }) => ({ x, y }));

function begin(state: RegionState, event: PointerToolEvent, { options }: ToolContext): RegionState {
	const before = state.name === 'chosen' ? state : null;
	const { shift, alt } = event.modifiers;
	const how = alt ? 'subtract' : options.regionHow;
	// The brush goes on painting; the others begin anew unless told.
	const isFresh = !shift && !alt && how === 'add' && options.regionMode !== 'brush';
	return {
		name: 'drawing',
		line: [event.point],
		how,
		before: before && { ...before, isWanted: false },
		isFresh: isFresh && !options.regionAdds,
	};
}

function end(
	state: Extract<RegionState, { readonly name: 'drawing' }>,
	event: PointerToolEvent,
	context: ToolContext,
): RegionState {
	const stroke = strokeOf(state, event, context);
	if (!stroke) return restOf(state.before);
	const before = state.isFresh ? [] : (state.before?.strokes ?? []);
	return {
		name: 'chosen',
		strokes: [...before, stroke],
		found: state.isFresh ? null : (state.before?.found ?? null),
		isFound: false,
		isWanted: false,
	};
}

function strokeOf(
	{ line, how }: Extract<RegionState, { readonly name: 'drawing' }>,
	{ point, isDragging }: PointerToolEvent,
	{ options, viewport, createId }: ToolContext,
): RegionStroke | undefined {
	const origin = line[0]!;
	const base = { id: createId(), how };
	const { regionMode: mode, regionEdges: findsEdges } = options;
	if (mode === 'wand') return { ...base, kind: 'wand', at: point, tolerance: options.tolerance };
	if (mode === 'brush')
		return { ...base, kind: 'brush', line: [...line, point], radius: options.brushSize / 2 };
	const apart = Math.hypot(point.x - origin.x, point.y - origin.y) * viewport.scale;
	// By the keyboard every press ends as a drag.
	if (!isDragging || (apart < leastDrag && line.length < 4))
		return { ...base, kind: 'thing', at: origin };
	const ring = mode === 'box' ? boxOf(origin, point) : [...line, point];
	return ring.length < 3 ? undefined : { ...base, kind: 'area', ring, findsEdges };
}

/** Screen px. */
const leastDrag = 3;

export const boxOf = (a: ImagePoint, b: ImagePoint): ImagePoint[] => [
	a,
	{ x: b.x, y: a.y },
	b,
	{ x: a.x, y: b.y },
];

/** Tracks on the selection, one step; an empty selection stays as it is. */
function make(
	state: Extract<RegionState, { readonly name: 'chosen' }>,
	{ document, options, createId }: ToolContext,
): Step<RegionState> {
	const name = `Region ${document.regions.length + 1}`;
	const look = { name, feather: options.feather, createId };
	const { commands, trackIds } = regionTracks(document, state.found ?? nothing, look);
	if (commands.length === 0) return stay({ ...state, isWanted: false });
	return {
		state: idle,
		effects: [
			{ type: 'dispatch', label: 'makeRegion', commands },
			{ type: 'selection/set', selection: selectTracks(trackIds) },
		],
	};
}

const nothing = { rings: [], points: [] };
