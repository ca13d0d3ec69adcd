/** How a piece moves: as a whole, or bent between several tracks. Positions are frame pixels. */
export type LayerMotion =
	| {
			readonly kind: 'shift';
			/** frameCount x 2: displacement from rest. */
			readonly offsets: Float64Array;
	  }
	| {
			readonly kind: 'bend';
			readonly grid: BendGrid;
			/** One a track of the group: frameCount x 2 positions; the first is the rest position. */
			readonly handles: readonly Float64Array[];
	  };

/** A regular grid over a piece, with the weights that bend it. Vertex v is at column v % (columns+1). */
export interface BendGrid {
	readonly columns: number;
	readonly rows: number;
	/** Rest positions, vertices x 2, frame pixels. */
	readonly rest: Float64Array;
	/** vertices x handles, each vertex's sum is 1. */
	readonly weights: Float64Array;
	/** vertices x handles x 2: what each handle turns at each vertex. */
	readonly turns: Float64Array;
	/** Distance of each vertex from its weighted centre of handles. */
	readonly spans: Float64Array;
}

/** Whether a layer has left its place at this frame. */
export function isDisplaced(motion: LayerMotion, frame: number): boolean {
	if (motion.kind === 'shift')
		return motion.offsets[2 * frame] !== 0 || motion.offsets[2 * frame + 1] !== 0;
	return motion.handles.some(
		(handle) => handle[2 * frame] !== handle[0] || handle[2 * frame + 1] !== handle[1],
	);
}
