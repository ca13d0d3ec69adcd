import type { Track, WanDocument } from '#core/document/document.ts';
import { unionOf } from '#core/edit/arrange.ts';
import type { Rect, ScreenPoint } from '#core/geometry/point.ts';
import { imageToScreen, type Viewport } from '#render/scene/viewport.ts';
import { boundsOf } from '../../../hit-test/hitTest.ts';
import type { Selection } from '../../../store/selection.ts';

/** The eight squares of the transform box by their place on it, and the knob above it. */
export type BoxHandle = 'nw' | 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'rotate' | 'pivot';

/** Screen px between the selection and its box, so that no square lies on a point. */
const padding = 14;
/** Of the knob above the box, and its hit area as of the squares (UI.md: 16, touch 44). */
const knobDistance = 20;

export interface PlacedHandle {
	readonly handle: BoxHandle;
	readonly at: ScreenPoint;
}

/** The box round a path, image px. */
export function trackRect(track: Track): Rect {
	const [x, y, right, bottom] = boundsOf(track);
	return { x, y, width: right - x, height: bottom - y };
}

/** The box round what is selected, image px; null for nothing, one place, or a single point. */
export function selectionBox(document: WanDocument, { trackIds, points }: Selection): Rect | null {
	const tracks = document.tracks.filter(
		(track) => trackIds.includes(track.id) && track.visible && !track.locked,
	);
	const chosen = points && tracks.find((track) => track.id === points.trackId);
	const boxes = chosen
		? points.indices.flatMap((i) => {
				const p = chosen.points[i];
				return p ? [{ x: p.x, y: p.y, width: 0, height: 0 }] : [];
			})
		: tracks.map(trackRect);
	const box = unionOf(boxes);
	return box.width > 1e-6 || box.height > 1e-6 ? box : null;
}

/** The box on the screen, with its padding. */
export function screenBox(box: Rect, viewport: Viewport): Rect {
	const at = imageToScreen(viewport, box);
	return {
		x: at.x - padding,
		y: at.y - padding,
		width: box.width * viewport.scale + 2 * padding,
		height: box.height * viewport.scale + 2 * padding,
	};
}

/** Where the pivot is, image px. */
export const pivotOf = (
	box: Rect,
	pivot: { readonly x: number; readonly y: number } | null,
): { x: number; y: number } => ({
	x: box.x + box.width * (pivot?.x ?? 0.5),
	y: box.y + box.height * (pivot?.y ?? 0.5),
});

export function placeHandles(
	box: Rect,
	viewport: Viewport,
	pivot: { readonly x: number; readonly y: number } | null,
): readonly PlacedHandle[] {
	const { x, y, width, height } = screenBox(box, viewport);
	const xs = [x, x + width / 2, x + width] as const;
	const ys = [y, y + height / 2, y + height] as const;
	return [
		{ handle: 'nw', at: { x: xs[0], y: ys[0] } },
		{ handle: 'n', at: { x: xs[1], y: ys[0] } },
		{ handle: 'ne', at: { x: xs[2], y: ys[0] } },
		{ handle: 'e', at: { x: xs[2], y: ys[1] } },
		{ handle: 'se', at: { x: xs[2], y: ys[2] } },
		{ handle: 's', at: { x: xs[1], y: ys[2] } },
		{ handle: 'sw', at: { x: xs[0], y: ys[2] } },
		{ handle: 'w', at: { x: xs[0], y: ys[1] } },
		{ handle: 'rotate', at: { x: xs[1], y: ys[0] - knobDistance } },
		{ handle: 'pivot', at: imageToScreen(viewport, pivotOf(box, pivot)) },
	];
}

/** The handle under a place of the screen, the nearest of those in reach. */
export function hitHandle(
	handles: readonly PlacedHandle[],
	screen: ScreenPoint,
	isCoarse: boolean,
): BoxHandle | null {
	let found: BoxHandle | null = null;
	let best = isCoarse ? 22 : 8;
	for (const { handle, at } of handles) {
		const distance = Math.max(Math.abs(at.x - screen.x), Math.abs(at.y - screen.y));
		if (distance > best) continue;
		best = distance;
		found = handle;
	}
	return found;
}
