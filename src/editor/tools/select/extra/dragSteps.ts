import type { Command } from '#core/document/commands.ts';
import { withHandle } from '#core/geometry/bezierHandles.ts';
import { constrain } from '../../constrain.ts';
import type { Effect, PointerToolEvent, ToolEvent } from '../../tool.ts';
import { boxTransform } from './boxTransform.ts';
import { cropDrag } from './cropDrag.ts';
import { done, type ExtraState, type ExtraStateOf, type ExtraStep } from './extraState.ts';
import { retimeDrag } from './retimeDrag.ts';

/*
 * The drags that change the document: a handle, the transform box, a moment, the frame. Each says what it does to where the
 * pointer is; one gesture, one undo step.
 */

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

export function fromHandling(state: ExtraStateOf<'handling'>, event: ToolEvent): ExtraStep {
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

export function fromTransforming(state: ExtraStateOf<'transforming'>, event: ToolEvent): ExtraStep {
	const { handle, box, pivot, origin, moved } = state;
	return drag(state, event, 'transform', ({ point, modifiers }) => {
		const map = boxTransform(handle, box, pivot, origin, point, modifiers);
		return moved.points
			? [{ type: 'point/transform', ...moved.points, map }]
			: [{ type: 'track/transform', trackIds: moved.trackIds, map }];
	});
}

export function fromRetiming(state: ExtraStateOf<'retiming'>, event: ToolEvent): ExtraStep {
	const { base, trackId, share } = state;
	const track = base.tracks.find((t) => t.id === trackId);
	return drag(state, event, 'setTimeKey', ({ point }) =>
		track ? retimeDrag(base, track, share, point) : [],
	);
}

export function fromCropping(state: ExtraStateOf<'cropping'>, event: ToolEvent): ExtraStep {
	const { base, handle, origin } = state;
	return drag(state, event, 'setFrame', ({ point, modifiers }) => [
		{
			type: 'frame/set',
			patch: { crop: cropDrag(base, handle, origin, point, modifiers.ctrl) },
		},
	]);
}
