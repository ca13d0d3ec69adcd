import { createTrack } from '#core/document/document.ts';
import { strokePace } from '#core/edit/strokePace.ts';
import { fitStroke } from '#core/trajectory/fitStroke.ts';
import { clipSeconds } from '#core/trajectory/time.ts';
import { selectTracks } from '../../store/selection.ts';
import {
	type PointerToolEvent,
	type Step,
	stay,
	type Tool,
	type ToolContext,
	type TrailPoint,
} from '../tool.ts';

export type FreehandState =
	| { readonly name: 'idle' }
	| {
			readonly name: 'drawing';
			/** Image px. */
			readonly stroke: readonly TrailPoint[];
	  };

const idle: FreehandState = { name: 'idle' };
/** How far the fitted path may lie from the stroke. */
const toleranceScreenPx = 2;

/** Draws a path in one stroke; it becomes few smooth points within 2 screen px of what was drawn. */
export const freehandTool: Tool<FreehandState> = {
	id: 'freehand',
	initial: idle,
	transition: (state, event, context) => {
		if (state.name === 'idle')
			return event.type === 'pointerDown'
				? stay({ name: 'drawing', stroke: event.trail })
				: stay(state);
		switch (event.type) {
			case 'pointerMove':
				return stay({ name: 'drawing', stroke: [...state.stroke, ...event.trail] });
			case 'pointerUp':
				return finish([...state.stroke, ...event.trail], event, context);
			case 'cancel':
			case 'abort':
				return stay(idle);
			default:
				return stay(state);
		}
	},
	cursor: () => 'crosshair',
	hint: (state) => (state.name === 'idle' ? 'freehandIdle' : 'freehandDrawing'),
};

function finish(
	stroke: readonly TrailPoint[],
	event: PointerToolEvent,
	context: ToolContext,
): Step<FreehandState> {
	if (!event.isDragging) return stay(idle);
	const points = fitStroke(stroke, toleranceScreenPx / context.viewport.scale);
	if (points.length < 2) return stay(idle);
	const fitted = createTrack(context.document, context.createId(), 'path', points);
	const track = context.options.keepSpeed
		? {
				...fitted,
				...strokePace(points, stroke, fitted.timing, clipSeconds(context.document.frame)),
			}
		: fitted;
	return {
		state: idle,
		effects: [
			{ type: 'dispatch', label: 'drawTrack', commands: [{ type: 'track/add', track }] },
			{ type: 'selection/set', selection: selectTracks([track.id]) },
		],
	};
}
