import type { DraftLayer } from '../draftScene.ts';
import type { RestGrid } from '../layers/layerMotion.ts';

/**
 * Lays a layer over the frame, its grid's vertices at the given places: each triangle is filled with an affine,
 * bilinear reading of the layer, premultiplied source-over. A pixel is drawn once, by the triangle that holds its centre.
 * @param vertices (columns+1) x (rows+1) x 2, frame pixels.
 * @param drawn Scratch, frame width x height, filled with anything but `stamp`.
 * @param stamp Marks the pixels of this layer.
 */
export function drawBent(
	layer: DraftLayer,
	grid: RestGrid,
	vertices: Float64Array,
	out: Uint8ClampedArray,
	width: number,
	height: number,
	drawn: Uint32Array,
	stamp: number,
): void {
	const across = grid.columns + 1;
	for (let row = 0; row < grid.rows; row++)
		for (let column = 0; column < grid.columns; column++) {
			const a = row * across + column;
			fill(a, a + 1, a + across);
			fill(a + 1, a + across + 1, a + across);
		}

	function fill(a: number, b: number, c: number): void {
		const ax = vertices[2 * a]!;
		const ay = vertices[2 * a + 1]!;
		const bx = vertices[2 * b]! - ax;
		const by = vertices[2 * b + 1]! - ay;
		const cx = vertices[2 * c]! - ax;
		const cy = vertices[2 * c + 1]! - ay;
		const area = bx * cy - by * cx;
		if (!(Math.abs(area) > 1e-6)) return;
		// Frame pixel to layer pixel: one affine map a triangle.
		const u0 = grid.rest[2 * a]! - layer.x;
		const v0 = grid.rest[2 * a + 1]! - layer.y;
		const ub = grid.rest[2 * b]! - grid.rest[2 * a]!;
		const vb = grid.rest[2 * b + 1]! - grid.rest[2 * a + 1]!;
		const uc = grid.rest[2 * c]! - grid.rest[2 * a]!;
		const vc = grid.rest[2 * c + 1]! - grid.rest[2 * a + 1]!;
		const firstX = Math.max(0, Math.ceil(ax + Math.min(0, bx, cx)));
		const lastX = Math.min(width - 1, Math.floor(ax + Math.max(0, bx, cx)));
		const firstY = Math.max(0, Math.ceil(ay + Math.min(0, by, cy)));
		const lastY = Math.min(height - 1, Math.floor(ay + Math.max(0, by, cy)));
		for (let y = firstY; y <= lastY; y++)
			for (let x = firstX; x <= lastX; x++) {
				const s = ((x - ax) * cy - (y - ay) * cx) / area;
				const t = ((y - ay) * bx - (x - ax) * by) / area;
				if (s < -1e-9 || t < -1e-9 || s + t > 1 + 1e-9) continue;
				const pixel = y * width + x;
				if (drawn[pixel] === stamp) continue;
				drawn[pixel] = stamp;
				blend(u0 + s * ub + t * uc, v0 + s * vb + t * vc, pixel * 4);
			}
	}

	function blend(u: number, v: number, to: number): void {
		const column = Math.min(layer.width - 2, Math.max(0, Math.floor(u)));
		const row = Math.min(layer.height - 2, Math.max(0, Math.floor(v)));
		const fu = Math.min(1, Math.max(0, u - column));
		const fv = Math.min(1, Math.max(0, v - row));
		const at = (row * layer.width + column) * 4;
		const low = at + layer.width * 4;
		const from = layer.rgba;
		const mix = (c: number) => {
			const top = from[at + c]! + (from[at + 4 + c]! - from[at + c]!) * fu;
			return top + (from[low + c]! + (from[low + 4 + c]! - from[low + c]!) * fu - top) * fv;
		};
		const alpha = mix(3);
		if (alpha === 0) return;
		const keep = 1 - alpha / 255;
		for (let c = 0; c < 3; c++) out[to + c] = mix(c) + keep * out[to + c]!;
	}
}
