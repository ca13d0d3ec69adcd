import { nothingSelected, selectTracks, withGroups } from '../../store/selection.ts';
import { stay, type ToolContext, type ToolEvent } from '../tool.ts';
import { marqueeSelection, rectBetween } from './marquee.ts';
import { idle, type SelectStateOf, type SelectStep, setSelection } from './selectState.ts';

/** The drag rectangle selects as it grows; a click on nothing deselects. */
export function fromBrushing(
	state: SelectStateOf<'brushing'>,
	event: ToolEvent,
	context: ToolContext,
): SelectStep {
	switch (event.type) {
		case 'pointerMove': {
			if (!event.isDragging) return stay(state);
			const rect = rectBetween(state.origin, event.point);
			const { document, openGroup } = context;
			const selection = marqueeSelection(
				document,
				rect,
				state.adds ? state.before : nothingSelected,
			);
			const whole = selection.points
				? selection
				: selectTracks(withGroups(document, selection.trackIds, openGroup));
			return { state: { ...state, current: event.point }, effects: [setSelection(whole)] };
		}
		case 'pointerUp': {
			const isClick = state.current === state.origin;
			return {
				state: idle,
				effects: isClick && !state.adds ? [setSelection(nothingSelected)] : [],
			};
		}
		case 'cancel':
		case 'abort':
			return { state: idle, effects: [setSelection(state.before)] };
		default:
			return stay(state);
	}
}
