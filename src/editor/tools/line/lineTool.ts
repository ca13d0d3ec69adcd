import { type ControlPoint, createTrack } from '#core/document/document.ts';
import type { ImagePoint } from '#core/geometry/point.ts';
import { snapPlace } from '../../snap/createSnapper.ts';
import type { Guide } from '../../snap/snap.ts';
import { nothingSelected, selectTracks } from '../../store/selection.ts';
import { constrain } from '../constrain.ts';
import { type PointerToolEvent, stay, type Tool, type ToolContext } from '../tool.ts';

export type LineState =
	| { readonly name: 'idle' }
	| {
			readonly name: 'drawing';
			readonly origin: ImagePoint;
			readonly trackId: string;
			readonly guides: readonly Guide[];
			readonly isDragging: boolean;
	  };

const idle: LineState = { name: 'idle' };

/** A straight path from where it is pressed to where it is let go; Shift keeps to multiples of 45 degrees. */
export const lineTool: Tool<LineState> = {
	id: 'line',
	initial: idle,
	transition: (state, event, context) => {
		if (state.name === 'idle')
			return event.type === 'pointerDown'
				? stay({
						name: 'drawing',
						origin: event.point,
						trackId: context.createId(),
						guides: [],
						isDragging: false,
					})
				: stay(state);
		switch (event.type) {
			case 'pointerMove': {
				if (!event.isDragging) return stay(state);
				const { end, guides } = endOf(state.origin, event, context);
				const preview = {
					type: 'gesture/preview',
					commands: [{ type: 'track/add', track: lineTrack(state, end, context) }],
				} as const;
				return {
					state: { ...state, guides, isDragging: true },
					effects: state.isDragging
						? [preview]
						: [
								{ type: 'gesture/begin', label: 'drawTrack' },
								preview,
								{ type: 'selection/set', selection: selectTracks([state.trackId]) },
							],
				};
			}
			case 'pointerUp':
				return { state: idle, effects: state.isDragging ? [{ type: 'gesture/commit' }] : [] };
			case 'cancel':
			case 'abort':
				return {
					state: idle,
					effects: state.isDragging
						? [{ type: 'gesture/cancel' }, { type: 'selection/set', selection: nothingSelected }]
						: [],
				};
			default:
				return stay(state);
		}
	},
	cursor: () => 'crosshair',
	hint: () => 'lineIdle',
};

function endOf(origin: ImagePoint, event: PointerToolEvent, context: ToolContext) {
	const { point, modifiers } = event;
	if (modifiers.shift) {
		const [dx, dy] = constrain(point.x - origin.x, point.y - origin.y);
		return { end: { x: origin.x + dx, y: origin.y + dy }, guides: [] };
	}
	if (modifiers.ctrl) return { end: point, guides: [] };
	const { x, y, guides } = snapPlace(withoutNew(context), point, []);
	return { end: { x, y }, guides };
}

/** The line being drawn is no target of its own. */
function withoutNew(context: ToolContext): ToolContext {
	const [id] = context.selection.trackIds;
	const tracks = context.document.tracks.filter((track) => track.id !== id);
	return { ...context, document: { ...context.document, tracks } };
}

function lineTrack(
	{ origin, trackId }: Extract<LineState, { name: 'drawing' }>,
	end: ImagePoint,
	{ document }: ToolContext,
) {
	const points: ControlPoint[] = [origin, end].map(({ x, y }) => ({ x, y, mode: 'corner' }));
	const others = document.tracks.filter((track) => track.id !== trackId);
	return createTrack({ ...document, tracks: others }, trackId, 'path', points);
}
