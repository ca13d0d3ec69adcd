import type { ImagePoint, Rect, ScreenPoint } from '#core/geometry/point.ts';

/** Image space to screen: `screen = image * scale + (x, y)`; scale is screen px per image px, above 0. */
export interface Viewport {
	readonly scale: number;
	readonly x: number;
	readonly y: number;
}

export interface Size {
	readonly width: number;
	readonly height: number;
}

/** 5 % to 3200 %. */
export const minScale = 0.05;
export const maxScale = 32;
/** A very large picture may need less to fit. */
const minFitScale = 0.01;

export const imageToScreen = (viewport: Viewport, point: ImagePoint): ScreenPoint => ({
	x: point.x * viewport.scale + viewport.x,
	y: point.y * viewport.scale + viewport.y,
});

export const screenToImage = (viewport: Viewport, point: ScreenPoint): ImagePoint => ({
	x: (point.x - viewport.x) / viewport.scale,
	y: (point.y - viewport.y) / viewport.scale,
});

/** The viewport at a new scale with the image point under `at` kept where it is. The scale is held to `minScale`..`maxScale`. */
export function zoomViewport(viewport: Viewport, at: ScreenPoint, scale: number): Viewport {
	const next = Math.min(maxScale, Math.max(Math.min(minScale, viewport.scale), scale));
	const ratio = next / viewport.scale;
	return {
		scale: next,
		x: at.x - (at.x - viewport.x) * ratio,
		y: at.y - (at.y - viewport.y) * ratio,
	};
}

/** The largest view of a rectangle (image px) that leaves `margin` screen px round it. */
export function fitViewport(rect: Rect, canvas: Size, margin: number): Viewport {
	const room = (size: number) => Math.max(16, size - 2 * margin);
	const scale = Math.min(
		maxScale,
		Math.max(
			minFitScale,
			Math.min(
				room(canvas.width) / Math.max(rect.width, 1e-9),
				room(canvas.height) / Math.max(rect.height, 1e-9),
			),
		),
	);
	return {
		scale,
		x: canvas.width / 2 - (rect.x + rect.width / 2) * scale,
		y: canvas.height / 2 - (rect.y + rect.height / 2) * scale,
	};
}
