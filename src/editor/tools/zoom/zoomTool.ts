import type { ImagePoint } from '#core/geometry/point.ts';
import { rectBetween } from '../select/marquee.ts';
import { stay, type Tool } from '../tool.ts';

export type ZoomState =
	| { readonly name: 'idle' }
	| { readonly name: 'pointing'; readonly origin: ImagePoint }
	| { readonly name: 'brushing'; readonly origin: ImagePoint; readonly current: ImagePoint };

const idle: ZoomState = { name: 'idle' };

/** Zooms in on a click, out with Alt; a drag shows the rectangle. Nothing of the document changes. */
export const zoomTool: Tool<ZoomState> = {
	id: 'zoom',
	initial: idle,
	transition: (state, event) => {
		if (event.type === 'cancel' || event.type === 'abort') return stay(idle);
		if (state.name === 'idle')
			return event.type === 'pointerDown'
				? stay({ name: 'pointing', origin: event.point })
				: stay(state);
		if (event.type === 'pointerMove' && event.isDragging)
			return stay({ name: 'brushing', origin: state.origin, current: event.point });
		if (event.type !== 'pointerUp') return stay(state);
		if (state.name === 'brushing')
			return {
				state: idle,
				effects: [{ type: 'viewport/show', rect: rectBetween(state.origin, event.point) }],
			};
		const factor = event.modifiers.alt ? 0.5 : 2;
		return { state: idle, effects: [{ type: 'viewport/zoom', at: event.screen, factor }] };
	},
	cursor: () => 'zoom-in',
	hint: () => 'zoom',
};
