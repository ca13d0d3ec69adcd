import type { Rect } from '#core/geometry/point.ts';
import type { BendGrid } from './layerMotion.ts';

const mostGrowth = 3;

/**
 * Prepares a moving-least-squares similarity deformation (Schaefer et al., SIGGRAPH 2006): every handle lands exactly where
 * its track says, what lies between slides, turns and grows with them, and is never sheared more than it must.
 * @param handles Rest positions, frame pixels, two or more.
 * @param cell Wanted side of a grid cell, px.
 */
export function createBendGrid(
	box: Rect,
	handles: readonly Readonly<{ x: number; y: number }>[],
	cell: number,
): BendGrid {
	const columns = Math.max(1, Math.ceil(box.width / cell));
	const rows = Math.max(1, Math.ceil(box.height / cell));
	const vertices = (columns + 1) * (rows + 1);
	const count = handles.length;
	const rest = new Float64Array(vertices * 2);
	const weights = new Float64Array(vertices * count);
	const turns = new Float64Array(vertices * count * 2);
	const spans = new Float64Array(vertices);
	const spreads = new Float64Array(vertices);
	for (let v = 0; v < vertices; v++) {
		const x = box.x + ((v % (columns + 1)) * box.width) / columns;
		const y = box.y + (Math.floor(v / (columns + 1)) * box.height) / rows;
		rest[2 * v] = x;
		rest[2 * v + 1] = y;
		let sum = 0;
		handles.forEach((handle, i) => {
			const weight = 1 / ((x - handle.x) ** 2 + (y - handle.y) ** 2 + 1e-3);
			weights[v * count + i] = weight;
			sum += weight;
		});
		let centreX = 0;
		let centreY = 0;
		handles.forEach((handle, i) => {
			const weight = weights[v * count + i]! / sum;
			weights[v * count + i] = weight;
			centreX += weight * handle.x;
			centreY += weight * handle.y;
		});
		const toX = x - centreX;
		const toY = y - centreY;
		spans[v] = Math.hypot(toX, toY);
		handles.forEach((handle, i) => {
			const weight = weights[v * count + i]!;
			const fromX = handle.x - centreX;
			const fromY = handle.y - centreY;
			spreads[v] = spreads[v]! + weight * (fromX * fromX + fromY * fromY);
			turns[(v * count + i) * 2] = weight * (fromX * toX + fromY * toY);
			turns[(v * count + i) * 2 + 1] = weight * (fromX * toY - fromY * toX);
		});
	}
	return { columns, rows, rest, weights, turns, spans, spreads };
}

/** Where the grid's vertices are at a frame. @param out vertices x 2. */
export function bendVertices(
	grid: BendGrid,
	handles: readonly Float64Array[],
	frame: number,
	out: Float64Array,
): void {
	const count = handles.length;
	for (let v = 0; v < grid.spans.length; v++) {
		let centreX = 0;
		let centreY = 0;
		for (let i = 0; i < count; i++) {
			const weight = grid.weights[v * count + i]!;
			centreX += weight * handles[i]![2 * frame]!;
			centreY += weight * handles[i]![2 * frame + 1]!;
		}
		let turnX = 0;
		let turnY = 0;
		for (let i = 0; i < count; i++) {
			const x = handles[i]![2 * frame]! - centreX;
			const y = handles[i]![2 * frame + 1]! - centreY;
			const a = grid.turns[(v * count + i) * 2]!;
			const b = grid.turns[(v * count + i) * 2 + 1]!;
			turnX += x * a - y * b;
			turnY += x * b + y * a;
		}
		const length = Math.hypot(turnX, turnY);
		// How much larger than at rest; bounded, as handles that meet or part say nothing of what lies far from them.
		const growth = length / Math.max(1e-9, grid.spreads[v]! * grid.spans[v]!);
		const held = Math.max(1 / mostGrowth, Math.min(mostGrowth, growth));
		const scale = length > 1e-9 ? (held * grid.spans[v]!) / length : 0;
		out[2 * v] = centreX + turnX * scale;
		out[2 * v + 1] = centreY + turnY * scale;
	}
}
