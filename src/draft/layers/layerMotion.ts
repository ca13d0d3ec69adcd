import type { Rect } from '#core/geometry/point.ts';
import { bendVertices } from './bendGrid.ts';

/** How a piece moves: as a whole, or bent between several tracks. Positions are frame pixels. */
export type LayerMotion =
	| {
			readonly kind: 'shift';
			/** frameCount x 2: displacement from rest. */
			readonly offsets: Float64Array;
	  }
	| {
			readonly kind: 'affine';
			/** frameCount x 6: from rest to where the frame has it. */
			readonly maps: Float64Array;
	  }
	| {
			readonly kind: 'bend';
			readonly grid: BendGrid;
			/** One a track of the group: frameCount x 2 positions; the first is the rest position. */
			readonly handles: readonly Float64Array[];
	  };

/** A grid of vertices over a piece; vertex v is at column v % (columns+1). */
export interface RestGrid {
	readonly columns: number;
	readonly rows: number;
	/** Rest positions, vertices x 2, frame pixels. */
	readonly rest: Float64Array;
}

/** A regular grid, with the weights that bend it. */
export interface BendGrid extends RestGrid {
	/** vertices x handles, each vertex's sum is 1. */
	readonly weights: Float64Array;
	/** vertices x handles x 2: what each handle turns at each vertex. */
	readonly turns: Float64Array;
	/** Distance of each vertex from its weighted centre of handles. */
	readonly spans: Float64Array;
	/** Weighted mean square distance of the handles from that centre. */
	readonly spreads: Float64Array;
}

/** Whether a layer has left its place at this frame. */
export function isDisplaced(motion: LayerMotion, frame: number): boolean {
	if (motion.kind === 'shift')
		return motion.offsets[2 * frame] !== 0 || motion.offsets[2 * frame + 1] !== 0;
	if (motion.kind === 'affine') return !isIdentity(motion.maps, frame);
	return motion.handles.some(
		(handle) => handle[2 * frame] !== handle[0] || handle[2 * frame + 1] !== handle[1],
	);
}

const identity = [1, 0, 0, 1, 0, 0];

/** @param maps frames x 6. */
export const isIdentity = (maps: Float64Array, frame: number): boolean =>
	identity.every((value, i) => Math.abs(maps[6 * frame + i]! - value) < 1e-9);

/** The grid that carries a layer: its corners, unless it bends. */
export const restGrid = (layer: Rect & { readonly motion: LayerMotion }): RestGrid =>
	layer.motion.kind === 'bend' ? layer.motion.grid : quad(layer);

/** Corners of a box, two rows of two. */
export const quad = ({ x, y, width, height }: Rect): RestGrid => ({
	columns: 1,
	rows: 1,
	rest: Float64Array.of(x, y, x + width, y, x, y + height, x + width, y + height),
});

/** Where the vertices are at a frame. @param out As long as `rest`. */
export function placeVertices(
	motion: LayerMotion,
	rest: Float64Array,
	frame: number,
	out: Float64Array,
): void {
	if (motion.kind === 'bend') bendVertices(motion.grid, motion.handles, frame, out);
	else if (motion.kind === 'affine') mapVertices(motion.maps, frame, rest, out);
	else
		for (let at = 0; at < rest.length; at++)
			out[at] = rest[at]! + motion.offsets[2 * frame + (at % 2)]!;
}

function mapVertices(
	maps: Float64Array,
	frame: number,
	rest: Float64Array,
	out: Float64Array,
): void {
	const [a, b, c, d, e, f] = maps.subarray(6 * frame, 6 * frame + 6);
	for (let at = 0; at < rest.length; at += 2) {
		const x = rest[at]!;
		const y = rest[at + 1]!;
		out[at] = a! * x + c! * y + e!;
		out[at + 1] = b! * x + d! * y + f!;
	}
}
