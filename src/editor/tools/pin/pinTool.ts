import { createTrack, type Track } from '#core/document/document.ts';
import type { ImagePoint } from '#core/geometry/point.ts';
import { nothingSelected, selectTracks } from '../../store/selection.ts';
import { type Effect, stay, type Tool } from '../tool.ts';

export type PinState =
	| { readonly name: 'idle' }
	/** A new pin is held under the pointer; its gesture is open. */
	| { readonly name: 'placing'; readonly pin: Track };

const idle: PinState = { name: 'idle' };

/** Puts a pin where the pointer goes up: a place that should stay still. */
export const pinTool: Tool<PinState> = {
	id: 'pin',
	initial: idle,
	transition: (state, event, context) => {
		if (state.name === 'idle') {
			if (event.type !== 'pointerDown') return stay(state);
			const { x, y } = event.point;
			const pin = createTrack(context.document, context.createId(), 'pin', [
				{ x, y, mode: 'smooth' },
			]);
			return {
				state: { name: 'placing', pin },
				effects: [
					{ type: 'gesture/begin', label: 'addPin' },
					placedAt(pin, event.point),
					{ type: 'selection/set', selection: selectTracks([pin.id]) },
				],
			};
		}
		switch (event.type) {
			case 'pointerMove':
				return event.isDragging
					? { state, effects: [placedAt(state.pin, event.point)] }
					: stay(state);
			case 'pointerUp':
				return {
					state: idle,
					effects: event.isDragging
						? [placedAt(state.pin, event.point), { type: 'gesture/commit' }]
						: [{ type: 'gesture/commit' }],
				};
			case 'cancel':
			case 'abort':
				return {
					state: idle,
					effects: [
						{ type: 'gesture/cancel' },
						{ type: 'selection/set', selection: nothingSelected },
					],
				};
			default:
				return stay(state);
		}
	},
	cursor: () => 'copy',
	hint: () => 'pinIdle',
};

const placedAt = (pin: Track, { x, y }: ImagePoint): Effect => ({
	type: 'gesture/preview',
	commands: [{ type: 'track/add', track: { ...pin, points: [{ x, y, mode: 'smooth' }] } }],
});
