import type { CanvasUnderlay } from '../canvas/EditorCanvas.tsx';

/** Two layers as one, the first below. */
export function stackUnderlays(
	below: CanvasUnderlay | undefined,
	above: CanvasUnderlay | undefined,
): CanvasUnderlay | undefined {
	if (!below || !above) return below ?? above;
	return {
		watch: (state) => [...below.watch(state), ...above.watch(state)],
		paint(context, state, theme) {
			below.paint(context, state, theme);
			above.paint(context, state, theme);
		},
	};
}
