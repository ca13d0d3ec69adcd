// One file because it is one state machine: five drags of the select tool, each with its own function below.
import type { Command } from '#core/document/commands.ts';
import type { ControlPoint, WanDocument } from '#core/document/document.ts';
import { type HandleSide, withHandle } from '#core/geometry/bezierHandles.ts';
import type { ImagePoint, Rect } from '#core/geometry/point.ts';
import type { Hit } from '../../../hit-test/hitTest.ts';
import {
	nothingSelected,
	type Selection,
	selectTracks,
	withGroups,
} from '../../../store/selection.ts';
import { constrain } from '../../constrain.ts';
import type {
	Cursor,
	Effect,
	HintKey,
	PointerToolEvent,
	Step,
	ToolContext,
	ToolEvent,
} from '../../tool.ts';
import { boxTransform } from './boxTransform.ts';
import { type CropHandle, cropDrag, hitCrop } from './cropDrag.ts';
import { lassoSelection } from './lasso.ts';
import { momentAt, retimeDrag } from './retimeDrag.ts';
import { type BoxHandle, hitHandle, pivotOf, placeHandles, selectionBox } from './selectionBox.ts';

export type ExtraState =
	/** A Bezier handle follows the pointer. */
	| {
			readonly name: 'handling';
			readonly trackId: string;
			readonly index: number;
			readonly side: HandleSide;
			readonly point: ControlPoint;
			readonly origin: ImagePoint;
			readonly isDragging: boolean;
	  }
	| {
			readonly name: 'transforming';
			readonly handle: Exclude<BoxHandle, 'pivot'>;
			readonly box: Rect;
			readonly pivot: ImagePoint;
			readonly origin: ImagePoint;
			readonly moved: Selection;
			readonly isDragging: boolean;
	  }
	| { readonly name: 'pivoting'; readonly before: ToolContext['options']['pivot'] }
	| {
			readonly name: 'lassoing';
			readonly line: readonly ImagePoint[];
			readonly before: Selection;
			readonly adds: boolean;
	  }
	/** A moment of a path is dragged along it. */
	| {
			readonly name: 'retiming';
			readonly trackId: string;
			readonly share: number;
			readonly base: WanDocument;
			readonly isDragging: boolean;
	  }
	| {
			readonly name: 'cropping';
			readonly handle: CropHandle;
			readonly base: WanDocument;
			readonly origin: ImagePoint;
			readonly isDragging: boolean;
	  };

/** The rest state of these drags is none: the select tool goes on. */
export interface ExtraStep {
	readonly state: ExtraState | null;
	readonly effects: readonly Effect[];
}

const done = (effects: readonly Effect[] = []): ExtraStep => ({ state: null, effects });

/** The drags of the select tool that travel later: handles, transform box and pivot, lasso, the output frame. */
export const extraTool = {
	/** Null: the press is none of theirs. @param hit What lies under the pointer. */
	press(event: PointerToolEvent, context: ToolContext, hit: Hit | null): Step<ExtraState> | null {
		if (hit?.type === 'handle') return pressHandle(hit, event, context);
		const isPoint = hit?.type === 'point' || hit?.type === 'pin';
		const onDot = pressDot(event, context, hit);
		if (onDot) return onDot;
		const onBox = isPoint ? null : pressBox(event, context, hit);
		if (onBox) return onBox;
		if (hit) return null;
		const crop = hitCrop(context.document, context.viewport, event.screen, event.isCoarse);
		if (crop) {
			const { document: base } = context;
			const state = { name: 'cropping', handle: crop, base } as const;
			return { state: { ...state, origin: event.point, isDragging: false }, effects: [] };
		}
		if (context.options.lasso === event.modifiers.alt) return null;
		const line = [{ x: event.point.x, y: event.point.y }];
		const { shift: adds } = event.modifiers;
		return { state: { name: 'lassoing', line, before: context.selection, adds }, effects: [] };
	},

	transition(state: ExtraState, event: ToolEvent, context: ToolContext): ExtraStep {
		switch (state.name) {
			case 'handling':
				return fromHandling(state, event);
			case 'transforming':
				return fromTransforming(state, event);
			case 'pivoting':
				return fromPivoting(state, event, context);
			case 'lassoing':
				return fromLassoing(state, event, context);
			case 'retiming':
				return fromRetiming(state, event);
			case 'cropping':
				return fromCropping(state, event);
		}
	},

	/** The cursor of what a press would begin where no point or pin is hit; null: nothing of these. */
	handleAt(
		event: Pick<PointerToolEvent, 'screen' | 'isCoarse'>,
		context: ToolContext,
		hit: Hit | null,
	): Cursor | null {
		const box = boxUnder(event, context);
		if (box && !(box === 'pivot' && hit)) return cursors[box];
		if (hit) return null;
		const crop = hitCrop(context.document, context.viewport, event.screen, event.isCoarse);
		return crop && cursors[crop];
	},

	cursor: (state: ExtraState): Cursor =>
		state.name === 'transforming' || state.name === 'cropping'
			? cursors[state.handle]
			: state.name === 'lassoing'
				? 'crosshair'
				: 'move',

	hint: (state: ExtraState): HintKey => hints[state.name],
};

const hints: Readonly<Record<ExtraState['name'], HintKey>> = {
	handling: 'handle',
	transforming: 'transforming',
	pivoting: 'transforming',
	lassoing: 'lasso',
	retiming: 'retiming',
	cropping: 'cropping',
};

const cursors: Readonly<Record<BoxHandle | CropHandle, Cursor>> = {
	nw: 'nwse-resize',
	se: 'nwse-resize',
	ne: 'nesw-resize',
	sw: 'nesw-resize',
	n: 'ns-resize',
	s: 'ns-resize',
	e: 'ew-resize',
	w: 'ew-resize',
	rotate: 'grab',
	pivot: 'move',
	move: 'move',
};

function pressHandle(
	{ trackId, index, side }: Extract<Hit, { type: 'handle' }>,
	event: PointerToolEvent,
	context: ToolContext,
): Step<ExtraState> | null {
	const point = context.document.tracks.find((t) => t.id === trackId)?.points[index];
	if (!point) return null;
	const state = { name: 'handling', trackId, index, side, point } as const;
	return { state: { ...state, origin: event.point, isDragging: false }, effects: [] };
}

/** Alt on a selected path, or on a point of it: the moment that is there. */
function pressDot(
	event: PointerToolEvent,
	context: ToolContext,
	hit: Hit | null,
): Step<ExtraState> | null {
	const { document, selection } = context;
	if (hit?.type !== 'path' && hit?.type !== 'point') return null;
	if (!event.modifiers.alt || event.modifiers.shift) return null;
	// On a straight path the pivot lies over it, and Alt is meant for that.
	if (hit.type === 'path' && boxUnder(event, context) === 'pivot') return null;
	const track = document.tracks.find((t) => t.id === hit.trackId);
	if (!track || track.locked || !selection.trackIds.includes(track.id)) return null;
	const share = momentAt(document, track, event.point);
	const state = { name: 'retiming', trackId: track.id, share, base: document } as const;
	return { state: { ...state, isDragging: false }, effects: [] };
}

function boxUnder(
	{ screen, isCoarse }: Pick<PointerToolEvent, 'screen' | 'isCoarse'>,
	{ document, selection, viewport, options }: ToolContext,
): BoxHandle | null {
	const box = options.box ? selectionBox(document, selection) : null;
	return box && hitHandle(placeHandles(box, viewport, options.pivot), screen, isCoarse);
}

function pressBox(
	event: PointerToolEvent,
	context: ToolContext,
	hit: Hit | null,
): Step<ExtraState> | null {
	const { document, selection, options } = context;
	const handle = boxUnder(event, context);
	const box = handle && selectionBox(document, selection);
	// The middle of a straight path lies on it: the path is what is meant there, the pivot with Alt.
	if (!handle || !box || (handle === 'pivot' && hit && !event.modifiers.alt)) return null;
	if (handle === 'pivot')
		return { state: { name: 'pivoting', before: options.pivot }, effects: [] };
	const open = document.tracks.filter((t) => selection.trackIds.includes(t.id) && !t.locked);
	const moved = { trackIds: open.map((t) => t.id), points: selection.points };
	const pivot = pivotOf(box, options.pivot);
	const state = { name: 'transforming', handle, box, pivot, moved } as const;
	return { state: { ...state, origin: event.point, isDragging: false }, effects: [] };
}

/** The steps of a gesture that begins with the first real drag and is undone by Escape. */
function drag(
	state: Extract<ExtraState, { readonly isDragging: boolean }>,
	event: ToolEvent,
	label: Extract<Effect, { type: 'gesture/begin' }>['label'],
	commands: (event: PointerToolEvent) => readonly Command[],
): ExtraStep {
	switch (event.type) {
		case 'pointerMove': {
			if (!event.isDragging) return { state, effects: [] };
			const preview: Effect = { type: 'gesture/preview', commands: commands(event) };
			return state.isDragging
				? { state, effects: [preview] }
				: {
						state: { ...state, isDragging: true },
						effects: [{ type: 'gesture/begin', label }, preview],
					};
		}
		case 'pointerUp':
			return state.isDragging
				? done([{ type: 'gesture/preview', commands: commands(event) }, { type: 'gesture/commit' }])
				: done();
		case 'cancel':
		case 'abort':
			return done(state.isDragging ? [{ type: 'gesture/cancel' }] : []);
		default:
			return { state, effects: [] };
	}
}

function fromHandling(
	state: Extract<ExtraState, { name: 'handling' }>,
	event: ToolEvent,
): ExtraStep {
	const { trackId, index, side, point, origin } = state;
	const base = (side === 'in' ? point.handleIn : point.handleOut) ?? { x: 0, y: 0 };
	return drag(state, event, 'moveHandle', ({ point: at, modifiers }) => {
		let to = { x: base.x + at.x - origin.x, y: base.y + at.y - origin.y };
		if (modifiers.shift) {
			const [x, y] = constrain(to.x, to.y);
			to = { x, y };
		}
		const moved = withHandle(point, side, to, modifiers.alt);
		return [{ type: 'point/put', trackId, index, point: moved }];
	});
}

function fromTransforming(
	state: Extract<ExtraState, { name: 'transforming' }>,
	event: ToolEvent,
): ExtraStep {
	const { handle, box, pivot, origin, moved } = state;
	return drag(state, event, 'transform', ({ point, modifiers }) => {
		const map = boxTransform(handle, box, pivot, origin, point, modifiers);
		return moved.points
			? [{ type: 'point/transform', ...moved.points, map }]
			: [{ type: 'track/transform', trackIds: moved.trackIds, map }];
	});
}

function fromPivoting(
	state: Extract<ExtraState, { name: 'pivoting' }>,
	event: ToolEvent,
	{ document, selection }: ToolContext,
): ExtraStep {
	switch (event.type) {
		case 'pointerMove': {
			const box = selectionBox(document, selection);
			if (!event.isDragging || !box) return { state, effects: [] };
			const pivot = {
				x: place(event.point.x, box.x, box.width),
				y: place(event.point.y, box.y, box.height),
			};
			return { state, effects: [{ type: 'options/set', patch: { pivot } }] };
		}
		case 'pointerUp':
			// A double press puts it back in the middle.
			return done(event.clickCount === 2 ? [{ type: 'options/set', patch: { pivot: null } }] : []);
		case 'cancel':
		case 'abort':
			return done([{ type: 'options/set', patch: { pivot: state.before } }]);
		default:
			return { state, effects: [] };
	}
}

/** A share of a side, drawn to its ends and its middle. */
function place(value: number, from: number, size: number): number {
	if (size < 1e-9) return 0.5;
	const share = (value - from) / size;
	return [0, 0.5, 1].find((stop) => Math.abs(stop - share) < 0.03) ?? share;
}

function fromLassoing(
	state: Extract<ExtraState, { name: 'lassoing' }>,
	event: ToolEvent,
	{ document, openGroup }: ToolContext,
): ExtraStep {
	switch (event.type) {
		case 'pointerMove': {
			if (!event.isDragging) return { state, effects: [] };
			const line = [...state.line, { x: event.point.x, y: event.point.y }];
			const found = lassoSelection(document, line, state.adds ? state.before : nothingSelected);
			const selection = found.points
				? found
				: selectTracks(withGroups(document, found.trackIds, openGroup));
			return { state: { ...state, line }, effects: [{ type: 'selection/set', selection }] };
		}
		case 'pointerUp':
			return done(
				state.line.length === 1 && !state.adds
					? [{ type: 'selection/set', selection: nothingSelected }]
					: [],
			);
		case 'cancel':
		case 'abort':
			return done([{ type: 'selection/set', selection: state.before }]);
		default:
			return { state, effects: [] };
	}
}

function fromRetiming(
	state: Extract<ExtraState, { name: 'retiming' }>,
	event: ToolEvent,
): ExtraStep {
	const { base, trackId, share } = state;
	const track = base.tracks.find((t) => t.id === trackId);
	return drag(state, event, 'setTimeKey', ({ point }) =>
		track ? retimeDrag(base, track, share, point) : [],
	);
}

function fromCropping(
	state: Extract<ExtraState, { name: 'cropping' }>,
	event: ToolEvent,
): ExtraStep {
	const { base, handle, origin } = state;
	return drag(state, event, 'setFrame', ({ point, modifiers }) => [
		{
			type: 'frame/set',
			patch: { crop: cropDrag(base, handle, origin, point, modifiers.ctrl) },
		},
	]);
}
