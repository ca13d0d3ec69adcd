import type { ScreenPoint } from '#core/geometry/point.ts';
import { stay, type Tool } from '../tool.ts';

export type HandState =
	| { readonly name: 'idle' }
	| { readonly name: 'panning'; readonly last: ScreenPoint };

const idle: HandState = { name: 'idle' };

/** Moves the view. Nothing of the document changes. */
export const handTool: Tool<HandState> = {
	id: 'hand',
	initial: idle,
	transition: (state, event) => {
		if (event.type === 'cancel' || event.type === 'abort') return stay(idle);
		if (state.name === 'idle')
			return event.type === 'pointerDown'
				? stay({ name: 'panning', last: event.screen })
				: stay(state);
		if (event.type === 'pointerUp') return stay(idle);
		if (event.type !== 'pointerMove') return stay(state);
		return {
			state: { name: 'panning', last: event.screen },
			effects: [
				{
					type: 'viewport/pan',
					dx: event.screen.x - state.last.x,
					dy: event.screen.y - state.last.y,
				},
			],
		};
	},
	cursor: (state) => (state.name === 'idle' ? 'grab' : 'grabbing'),
	hint: () => 'hand',
};
