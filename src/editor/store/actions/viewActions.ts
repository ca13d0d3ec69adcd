import type { ImagePoint, ScreenPoint } from '#core/geometry/point.ts';
import {
	fitViewport,
	imageToScreen,
	type Size,
	type Viewport,
	zoomViewport,
} from '#render/scene/viewport.ts';
import type { EditorState } from '../editorState.ts';
import { frameRectOf } from '../imageSpace.ts';
import type { StoreAccess } from '../storeAccess.ts';
import type { ToolOptions } from '../toolOptions.ts';
import type { ViewOptions } from '../viewOptions.ts';

export interface ViewActions {
	readonly setViewport: (viewport: Viewport) => void;
	/** Screen px. */
	readonly panBy: (dx: number, dy: number) => void;
	/** Zooms by a factor and keeps the place under `at`; default: the middle of the canvas. */
	readonly zoomAt: (factor: number, at?: ScreenPoint) => void;
	/** The whole output frame, with a margin; the view then follows the frame. */
	readonly fit: () => void;
	/** One image px on one CSS px. */
	readonly oneToOne: () => void;
	/** Pans so that a place is in view; nothing moves when it is. */
	readonly reveal: (point: ImagePoint) => void;
	readonly setCanvasSize: (canvas: Size) => void;
	readonly setFrameDots: (isShown: boolean) => void;
	readonly setView: (patch: Partial<ViewOptions>) => void;
	readonly setOptions: (patch: Partial<ToolOptions>) => void;
}

/** Screen px round the frame at Fit. */
export const fitMargin = 24;

export const createViewActions = ({ update }: StoreAccess): ViewActions => ({
	setViewport: (viewport) => update((state) => ({ ...state, viewport, isFitted: false })),
	panBy: (dx, dy) =>
		update((state) =>
			moved(state, {
				...state.viewport,
				x: state.viewport.x + dx,
				y: state.viewport.y + dy,
			}),
		),
	zoomAt: (factor, at) =>
		update((state) =>
			moved(
				state,
				zoomViewport(state.viewport, at ?? middle(state.canvas), state.viewport.scale * factor),
			),
		),
	fit: () => update(fitted),
	oneToOne: () =>
		update((state) => moved(state, zoomViewport(state.viewport, middle(state.canvas), 1))),
	reveal: (point) =>
		update((state) => {
			const { width, height } = state.canvas;
			const at = imageToScreen(state.viewport, point);
			if (at.x >= 16 && at.y >= 16 && at.x <= width - 16 && at.y <= height - 16) return state;
			const center = middle(state.canvas);
			return moved(state, {
				...state.viewport,
				x: state.viewport.x + center.x - at.x,
				y: state.viewport.y + center.y - at.y,
			});
		}),
	setCanvasSize: (canvas) =>
		update((state) => {
			const isSame = canvas.width === state.canvas.width && canvas.height === state.canvas.height;
			if (isSame) return state;
			if (state.isFitted) return fitted({ ...state, canvas });
			// The middle of the picture stays in the middle.
			const { viewport } = state;
			return {
				...state,
				canvas,
				viewport: {
					...viewport,
					x: viewport.x + (canvas.width - state.canvas.width) / 2,
					y: viewport.y + (canvas.height - state.canvas.height) / 2,
				},
			};
		}),
	setView: (patch) => update((state) => ({ ...state, view: { ...state.view, ...patch } })),
	setOptions: (patch) => update((state) => ({ ...state, options: { ...state.options, ...patch } })),
	setFrameDots: (frameDots) =>
		update((state) => (state.frameDots === frameDots ? state : { ...state, frameDots })),
});

const moved = (state: EditorState, viewport: Viewport): EditorState => ({
	...state,
	viewport,
	isFitted: false,
});

const fitted = (state: EditorState): EditorState => ({
	...state,
	isFitted: true,
	viewport:
		state.canvas.width === 0
			? state.viewport
			: fitViewport(frameRectOf(state.history.present), state.canvas, fitMargin),
});

const middle = ({ width, height }: Size): ScreenPoint => ({ x: width / 2, y: height / 2 });
