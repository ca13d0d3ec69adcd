import type { ScreenPoint } from '#core/geometry/point.ts';
import { type Viewport, zoomViewport } from '#render/scene/viewport.ts';
import type { EditorStore } from '../store/createEditorStore.ts';

/** Two fingers pan and zoom; each call says whether the fingers are now a pinch (and so no press). */
export interface Pinch {
	readonly down: (pointerId: number, at: ScreenPoint) => boolean;
	readonly move: (pointerId: number, at: ScreenPoint) => boolean;
	readonly up: (pointerId: number) => void;
}

export function createPinch(store: Pick<EditorStore, 'getState' | 'setViewport'>): Pinch {
	const fingers = new Map<number, ScreenPoint>();
	let start: { viewport: Viewport; middle: ScreenPoint; spread: number } | null = null;
	/** Stays on until the last finger is up, so that lifting one does not start to draw. */
	let isPinching = false;

	const begin = (): void => {
		const pair = twoOf(fingers);
		start = pair && { viewport: store.getState().viewport, ...pair };
	};
	return {
		down: (pointerId, at) => {
			fingers.set(pointerId, at);
			if (fingers.size >= 2) {
				isPinching = true;
				begin();
			}
			return isPinching;
		},
		move: (pointerId, at) => {
			if (!isPinching) return false;
			if (fingers.has(pointerId)) fingers.set(pointerId, at);
			const pair = twoOf(fingers);
			if (!start || !pair) return true;
			const { viewport, middle, spread } = start;
			const scale = viewport.scale * (pair.spread / Math.max(1, spread));
			const zoomed = zoomViewport(viewport, middle, scale);
			store.setViewport({
				scale: zoomed.scale,
				x: zoomed.x + pair.middle.x - middle.x,
				y: zoomed.y + pair.middle.y - middle.y,
			});
			return true;
		},
		up: (pointerId) => {
			fingers.delete(pointerId);
			if (fingers.size === 0) isPinching = false;
			begin();
		},
	};
}

function twoOf(fingers: ReadonlyMap<number, ScreenPoint>) {
	const [a, b] = fingers.values();
	if (!a || !b) return null;
	return {
		middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 },
		spread: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)),
	};
}
