import type { Command } from '#core/document/commands.ts';
import { createTrack } from '#core/document/document.ts';
import { type Shape, shapePaths } from '#core/edit/shapes.ts';
import type { ImagePoint } from '#core/geometry/point.ts';
import { nothingSelected, selectTracks } from '../../store/selection.ts';
import { constrain } from '../constrain.ts';
import { type PointerToolEvent, type Step, stay, type Tool, type ToolContext } from '../tool.ts';

export type ShapesState =
	| { readonly name: 'idle' }
	| {
			readonly name: 'drawing';
			readonly origin: ImagePoint;
			/** Ids of the tracks that the shape makes, one for each path. */
			readonly ids: readonly string[];
			readonly isDragging: boolean;
	  };

const idle: ShapesState = { name: 'idle' };
/** A zoom box makes the most paths. */
const mostPaths = 4;

/**
 * Drags out the shape that its options name; Shift keeps it as wide as high (an arc or an orbit at multiples of 45
 * degrees), Alt draws it from its middle. One undo step.
 */
export const shapesTool: Tool<ShapesState> = {
	id: 'shapes',
	initial: idle,
	transition: (state, event, context) => {
		if (state.name === 'idle')
			return event.type === 'pointerDown'
				? stay({
						name: 'drawing',
						origin: event.point,
						ids: Array.from({ length: mostPaths }, context.createId),
						isDragging: false,
					})
				: stay(state);
		switch (event.type) {
			case 'pointerMove':
				return event.isDragging ? draw(state, event, context) : stay(state);
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
	hint: () => 'shapesIdle',
};

function draw(
	state: Extract<ShapesState, { name: 'drawing' }>,
	event: PointerToolEvent,
	context: ToolContext,
): Step<ShapesState> {
	const shape = shapeOf(state.origin, event, context);
	const base = {
		...context.document,
		tracks: context.document.tracks.filter((track) => !state.ids.includes(track.id)),
	};
	let document = base;
	const commands: Command[] = shape.paths.map((points, i) => {
		const track = {
			...createTrack(document, state.ids[i] ?? `${i}`, 'path', points),
			closed: shape.closed,
		};
		document = { ...document, tracks: [...document.tracks, track] };
		return { type: 'track/add', track };
	});
	const ids = state.ids.slice(0, shape.paths.length);
	const preview = { type: 'gesture/preview', commands } as const;
	return {
		state: { ...state, isDragging: true },
		effects: state.isDragging
			? [preview]
			: [
					{ type: 'gesture/begin', label: 'drawShape' },
					preview,
					{ type: 'selection/set', selection: selectTracks(ids) },
				],
	};
}

function shapeOf(origin: ImagePoint, event: PointerToolEvent, { options }: ToolContext): Shape {
	const { shift, alt } = event.modifiers;
	let dx = event.point.x - origin.x;
	let dy = event.point.y - origin.y;
	const isLine = options.shape === 'arc' || options.shape === 'orbit';
	if (shift && isLine) [dx, dy] = constrain(dx, dy);
	else if (shift) {
		const side = Math.max(Math.abs(dx), Math.abs(dy));
		dx = Math.sign(dx || 1) * side;
		dy = Math.sign(dy || 1) * side;
	}
	const to = { x: origin.x + dx, y: origin.y + dy };
	const from = alt && !isLine ? { x: origin.x - dx, y: origin.y - dy } : origin;
	return shapePaths(options.shape, from, to, options.sides);
}
