import { createTrack, type Track } from '#core/document/document.ts';
import type { ImagePoint } from '#core/geometry/point.ts';
import { pinSpacing } from '#core/pins/pinSpacing.ts';
import { nothingSelected, selectTracks } from '../../store/selection.ts';
import { type Effect, type Step, stay, type Tool, type ToolContext } from '../tool.ts';

export type PinState =
	| { readonly name: 'idle' }
	/** A new pin is held under the pointer; its gesture is open. */
	| { readonly name: 'placing'; readonly pin: Track }
	/** Shift: pins are laid along the way of the pointer; their gesture is open. */
	| { readonly name: 'painting'; readonly pins: readonly Track[] };

const idle: PinState = { name: 'idle' };

/**
 * Puts a pin where the pointer goes up: a place that should stay still. With Shift it is a brush: pins along the way, as
 * near to each other as the model can tell apart.
 */
export const pinTool: Tool<PinState> = {
	id: 'pin',
	initial: idle,
	transition: (state, event, context) => {
		if (state.name === 'idle') {
			if (event.type !== 'pointerDown') return stay(state);
			if (event.modifiers.shift) return paint([], [event.point], context);
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
		if (state.name === 'painting' && event.type === 'pointerMove')
			return event.isDragging ? paint(state.pins, event.trail, context) : stay(state);
		switch (event.type) {
			case 'pointerMove':
				return event.isDragging && state.name === 'placing'
					? { state, effects: [placedAt(state.pin, event.point)] }
					: stay(state);
			case 'pointerUp':
				return {
					state: idle,
					effects:
						event.isDragging && state.name === 'placing'
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

/** Lays a pin at each place of the trail that is far enough from all pins before. */
function paint(
	pins: readonly Track[],
	trail: readonly ImagePoint[],
	context: ToolContext,
): Step<PinState> {
	const { document, createId } = context;
	const spacing = pinSpacing(document);
	// The document already has the pins of this stroke: they are previewed in it.
	const own = new Set(pins.map(({ id }) => id));
	const others = document.tracks.filter(({ id, kind }) => kind === 'pin' && !own.has(id));
	let all = pins;
	for (const { x, y } of trail) {
		const isApart = [...others, ...all].every(({ points: [at] }) =>
			at ? Math.hypot(at.x - x, at.y - y) >= spacing : true,
		);
		if (!isApart) continue;
		const known = {
			...document,
			tracks: [...document.tracks.filter(({ id }) => !own.has(id)), ...all],
		};
		all = [...all, createTrack(known, createId(), 'pin', [{ x, y, mode: 'smooth' }])];
	}
	const begin: Effect[] = pins.length === 0 ? [{ type: 'gesture/begin', label: 'addPin' }] : [];
	if (all === pins) return { state: { name: 'painting', pins }, effects: begin };
	return {
		state: { name: 'painting', pins: all },
		effects: [
			...begin,
			{
				type: 'gesture/preview',
				commands: all.map((track) => ({ type: 'track/add', track })),
			},
			{ type: 'selection/set', selection: selectTracks(all.map(({ id }) => id)) },
		],
	};
}

const placedAt = (pin: Track, { x, y }: ImagePoint): Effect => ({
	type: 'gesture/preview',
	commands: [{ type: 'track/add', track: { ...pin, points: [{ x, y, mode: 'smooth' }] } }],
});
