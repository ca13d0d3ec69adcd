import type { Hit } from '../../../hit-test/hitTest.ts';
import type {
	Cursor,
	HintKey,
	PointerToolEvent,
	Step,
	ToolContext,
	ToolEvent,
} from '../../tool.ts';
import { type CropHandle, hitCrop } from './cropDrag.ts';
import { fromCropping, fromHandling, fromRetiming, fromTransforming } from './dragSteps.ts';
import type { ExtraState, ExtraStep } from './extraState.ts';
import { momentAt } from './retimeDrag.ts';
import { type BoxHandle, hitHandle, pivotOf, placeHandles, selectionBox } from './selectionBox.ts';
import { fromLassoing, fromPivoting } from './selectionSteps.ts';

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
