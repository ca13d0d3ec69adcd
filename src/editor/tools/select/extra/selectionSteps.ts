import { nothingSelected, selectTracks, withGroups } from '../../../store/selection.ts';
import type { ToolContext, ToolEvent } from '../../tool.ts';
import { done, type ExtraStateOf, type ExtraStep } from './extraState.ts';
import { lassoSelection } from './lasso.ts';
import { selectionBox } from './selectionBox.ts';

/*
 * The drags that leave the document as it is: the pivot of the box, the lasso.
 */

export function fromPivoting(
	state: ExtraStateOf<'pivoting'>,
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

export function fromLassoing(
	state: ExtraStateOf<'lassoing'>,
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
