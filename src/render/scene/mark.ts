/**
 * One thing to draw, as a plain value in screen px (CSS px of the canvas; origin top left).
 * A display list is marks in painting order; a mark batches many shapes of one look, so that a painter makes one call of each.
 */
export type Mark = PathMark | DiscsMark | BoxMark | TextMark;

export interface PathMark extends Look {
	readonly type: 'path';
	/** Each: x0, y0, x1, y1 ...; two points or more. */
	readonly subpaths: readonly ArrayLike<number>[];
	readonly closed?: boolean;
	readonly evenOdd?: boolean;
}

export interface DiscsMark extends Look {
	readonly type: 'discs';
	/** x0, y0, x1, y1 ... */
	readonly centers: ArrayLike<number>;
	readonly radius: number;
}

export interface BoxMark extends Look {
	readonly type: 'box';
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly radius: number;
}

export interface TextMark {
	readonly type: 'text';
	readonly text: string;
	/** The middle of the text. */
	readonly x: number;
	readonly y: number;
	readonly color: string;
	readonly font: string;
}

/** Fill is painted before stroke; what is absent is not painted. */
interface Look {
	readonly fill?: string;
	readonly stroke?: string;
	/** Of the stroke, screen px; default 1. */
	readonly lineWidth?: number;
	readonly dash?: readonly number[];
	/** 0..1, default 1. */
	readonly alpha?: number;
}
