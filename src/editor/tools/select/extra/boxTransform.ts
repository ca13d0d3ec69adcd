import { type Affine, rotation, scaling, skewing, translation } from '#core/geometry/affine.ts';
import type { ImagePoint, Rect } from '#core/geometry/point.ts';
import type { Modifiers } from '../../tool.ts';
import type { BoxHandle } from './selectionBox.ts';

/** Radians to which Shift holds a turn. */
const turnStep = Math.PI / 12;
/** A side never gets narrower than this part of itself, so that nothing is lost in a line; it may flip over. */
const smallest = 1e-3;

/**
 * The map that a drag of a box's handle asks for. A corner scales about the opposite one, a side in its own direction;
 * Shift keeps the proportions, Alt scales about the pivot, Ctrl slants by a side. The knob turns about the pivot, Shift by
 * 15 degrees. @param box As it was when the drag began, image px.
 */
export function boxTransform(
	handle: Exclude<BoxHandle, 'pivot'>,
	box: Rect,
	pivot: ImagePoint,
	from: ImagePoint,
	to: ImagePoint,
	modifiers: Modifiers,
): Affine {
	if (handle === 'rotate') {
		const angle =
			Math.atan2(to.y - pivot.y, to.x - pivot.x) - Math.atan2(from.y - pivot.y, from.x - pivot.x);
		return rotation(modifiers.shift ? Math.round(angle / turnStep) * turnStep : angle, pivot);
	}
	const dx = to.x - from.x;
	const dy = to.y - from.y;
	const isLeft = handle.includes('w');
	const isTop = handle.includes('n');
	const movesX = isLeft || handle.includes('e');
	const movesY = isTop || handle.includes('s');
	const opposite = {
		x: isLeft ? box.x + box.width : box.x,
		y: isTop ? box.y + box.height : box.y,
	};
	if (modifiers.ctrl && movesX !== movesY) {
		const anchor = modifiers.alt ? pivot : opposite;
		const held = handle === 'n' ? box.y : handle === 's' ? box.y + box.height : null;
		const side = handle === 'w' ? box.x : box.x + box.width;
		const along = held === null ? side - anchor.x : held - anchor.y;
		if (Math.abs(along) < 1e-9) return translation(0, 0);
		return held === null ? skewing(0, dy / along, anchor) : skewing(dx / along, 0, anchor);
	}
	const anchor = modifiers.alt ? pivot : opposite;
	const x = isLeft ? box.x : box.x + box.width;
	const y = isTop ? box.y : box.y + box.height;
	let sx = movesX ? factor(x - anchor.x, dx) : 1;
	let sy = movesY ? factor(y - anchor.y, dy) : 1;
	if (modifiers.shift) {
		const both = movesX && movesY ? larger(sx, sy) : movesX ? sx : sy;
		sx = both;
		sy = both;
	}
	return scaling(sx, sy, anchor);
}

function factor(span: number, by: number): number {
	if (Math.abs(span) < 1e-9) return 1;
	const value = (span + by) / span;
	return Math.abs(value) < smallest ? smallest : value;
}

const larger = (a: number, b: number): number => (Math.abs(a) > Math.abs(b) ? a : b);
