/** A line or a place that a drag was drawn to, image px. */
export type Guide =
	| {
			readonly type: 'line';
			readonly x0: number;
			readonly y0: number;
			readonly x1: number;
			readonly y1: number;
			/** From another point: its length is worth telling. */
			readonly isMeasured?: boolean;
	  }
	| { readonly type: 'place'; readonly x: number; readonly y: number };

export interface Snapped {
	readonly dx: number;
	readonly dy: number;
	readonly guides: readonly Guide[];
}

/** The shift of a drag, image px, drawn to what is near. */
export type Snapper = (dx: number, dy: number) => Snapped;
