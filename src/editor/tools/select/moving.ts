import type { Command } from '#core/document/commands.ts';
import { softTranslate } from '#core/edit/softTranslate.ts';
import { selectTracks } from '../../store/selection.ts';
import { toolkit } from '../loadToolkit.ts';
import { stay, type ToolContext, type ToolEvent } from '../tool.ts';
import {
	begin,
	delta,
	idle,
	moveCommands,
	openSelection,
	preview,
	type SelectStateOf,
	type SelectStep,
	setSelection,
} from './selectState.ts';

/*
 * The drags and keys that move what is selected: a press that becomes a drag, the drag, a point just inserted, the arrows.
 */

export function fromPointing(
	state: SelectStateOf<'pointing'>,
	event: ToolEvent,
	context: ToolContext,
): SelectStep {
	switch (event.type) {
		case 'pointerMove': {
			if (!event.isDragging) return stay(state);
			const moved = openSelection(context);
			if (moved.trackIds.length === 0) return stay(state);
			const snap = toolkit()?.createSnapper(context, moved) ?? null;
			const base = context.document;
			const begun = { name: 'translating', origin: state.origin, moved, base, snap } as const;
			const step = fromTranslating({ ...begun, guides: [] }, event, context);
			return {
				...step,
				effects: [begin(moved.points ? 'movePoint' : 'moveTrack'), ...step.effects],
			};
		}
		case 'pointerUp':
			return {
				state: { name: 'idle', clicked: state.screen },
				effects: state.onClick ? [setSelection(state.onClick)] : [],
			};
		case 'cancel':
		case 'abort':
			return stay(idle);
		default:
			return stay(state);
	}
}

export function fromTranslating(
	state: SelectStateOf<'translating'>,
	event: ToolEvent,
	{ options }: ToolContext,
): SelectStep {
	switch (event.type) {
		case 'pointerMove':
		case 'pointerUp': {
			const [freeX, freeY] = delta(state.origin, event);
			const isFree = event.modifiers.ctrl || event.modifiers.shift || !state.snap;
			const { dx, dy, guides } =
				isFree || !state.snap ? { dx: freeX, dy: freeY, guides: [] } : state.snap(freeX, freeY);
			const moving = preview(dragCommands(state, dx, dy, options.softRadius));
			return event.type === 'pointerMove'
				? { state: { ...state, guides }, effects: [moving] }
				: { state: idle, effects: [moving, { type: 'gesture/commit' }] };
		}
		case 'cancel':
		case 'abort':
			return { state: idle, effects: [{ type: 'gesture/cancel' }] };
		default:
			return stay(state);
	}
}

/** With a soft radius the neighbours of dragged points follow. */
function dragCommands(
	{ moved, base }: SelectStateOf<'translating'>,
	dx: number,
	dy: number,
	softRadius: number,
): readonly Command[] {
	const { points } = moved;
	const track = softRadius > 0 && points && base.tracks.find((t) => t.id === points.trackId);
	if (!track || !points) return moveCommands(moved, dx, dy);
	return [
		{ type: 'track/put', tracks: [softTranslate(track, points.indices, dx, dy, softRadius)] },
	];
}

export function fromInserting(state: SelectStateOf<'inserting'>, event: ToolEvent): SelectStep {
	const { trackId, index, ends } = state;
	switch (event.type) {
		case 'pointerMove': {
			if (!event.isDragging) return stay(state);
			const [dx, dy] = delta(state.origin, event);
			const point = { ...state.point, x: state.point.x + dx, y: state.point.y + dy };
			const commands: readonly Command[] = [
				...ends,
				{ type: 'point/insert', trackId, index, point },
			];
			return { state, effects: [preview(commands)] };
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
