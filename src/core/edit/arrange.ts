import type { Rect } from '../geometry/point.ts';

export type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';
export type Axis = 'x' | 'y';

/** How far each box has to move so that all share an edge or a middle of the box round them. Image px. */
export function alignBoxes(
	boxes: readonly Rect[],
	alignment: Alignment,
): readonly { readonly dx: number; readonly dy: number }[] {
	const all = unionOf(boxes);
	const share =
		alignment === 'left' || alignment === 'top'
			? 0
			: alignment === 'center' || alignment === 'middle'
				? 0.5
				: 1;
	const isX = alignment === 'left' || alignment === 'center' || alignment === 'right';
	return boxes.map((box) =>
		isX
			? { dx: all.x + all.width * share - (box.x + box.width * share), dy: 0 }
			: { dx: 0, dy: all.y + all.height * share - (box.y + box.height * share) },
	);
}

/** How far each box has to move so that the gaps between neighbours are equal; the outermost two stay. */
export function distributeBoxes(
	boxes: readonly Rect[],
	axis: Axis,
): readonly { readonly dx: number; readonly dy: number }[] {
	const size = axis === 'x' ? 'width' : 'height';
	const order = boxes
		.map((_, i) => i)
		.sort((i, j) => centre(boxes[i], axis) - centre(boxes[j], axis));
	const first = boxes[order[0] ?? 0];
	const last = boxes[order.at(-1) ?? 0];
	const moves = boxes.map(() => ({ dx: 0, dy: 0 }));
	if (!first || !last || boxes.length < 3) return moves;
	const inner = boxes.reduce((sum, box) => sum + box[size], 0) - first[size] - last[size];
	const gap = (last[axis] - (first[axis] + first[size]) - inner) / (boxes.length - 1);
	let at = first[axis] + first[size] + gap;
	for (const index of order.slice(1, -1)) {
		const box = boxes[index];
		if (!box) continue;
		const by = at - box[axis];
		moves[index] = axis === 'x' ? { dx: by, dy: 0 } : { dx: 0, dy: by };
		at += box[size] + gap;
	}
	return moves;
}

/** The box round boxes; empty at the origin for none. */
export function unionOf(boxes: readonly Rect[]): Rect {
	if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
	const x = Math.min(...boxes.map((b) => b.x));
	const y = Math.min(...boxes.map((b) => b.y));
	const right = Math.max(...boxes.map((b) => b.x + b.width));
	const bottom = Math.max(...boxes.map((b) => b.y + b.height));
	return { x, y, width: right - x, height: bottom - y };
}

const centre = (box: Rect | undefined, axis: Axis): number =>
	box ? box[axis] + box[axis === 'x' ? 'width' : 'height'] / 2 : 0;
