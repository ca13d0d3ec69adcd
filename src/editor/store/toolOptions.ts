import type { ShapeKind } from '#core/edit/shapes.ts';

/** What a stroke of the region tool is. */
export const regionModes = ['box', 'lasso', 'brush', 'wand'] as const;
export type RegionMode = (typeof regionModes)[number];

/** How the tools work; session, not document. */
export interface ToolOptions {
	/** Drags are drawn to points, paths, the picture's middle and thirds, and even gaps; Ctrl turns it off. */
	readonly snaps: boolean;
	/** Also to a grid of so many image px; 0: no grid. */
	readonly grid: number;
	/** Dragging on nothing draws a lasso instead of a rectangle; Alt is the other one. */
	readonly lasso: boolean;
	/** The box round the selection, to scale and turn it by. */
	readonly box: boolean;
	/** The box's pivot, shares of it; null: its middle. */
	readonly pivot: { readonly x: number; readonly y: number } | null;
	/** Image px to which neighbours follow a dragged point; 0: they do not. */
	readonly softRadius: number;
	/** Freehand: the path is run at the hand's own pace. */
	readonly keepSpeed: boolean;
	readonly shape: ShapeKind;
	/** Corners of a polygon, turns of a spiral. */
	readonly sides: number;
	readonly regionMode: RegionMode;
	/** A stroke adds to the selection, or takes from it; Alt takes. */
	readonly regionHow: 'add' | 'subtract';
	/** A stroke adds without Shift; else it begins anew. */
	readonly regionAdds: boolean;
	/** The thing in a box or lasso, along its edges; else all of it. */
	readonly regionEdges: boolean;
	/** Largest difference of a channel for the wand, 0..255. */
	readonly tolerance: number;
	/** Diameter of the region tool's brush, image px. */
	readonly brushSize: number;
	/** Width of a new region's soft edge, image px. */
	readonly feather: number;
	/** Tracks on a new region, 1..8. */
	readonly regionPoints: number;
}

export const defaultToolOptions: ToolOptions = {
	snaps: true,
	grid: 0,
	lasso: false,
	box: true,
	pivot: null,
	softRadius: 0,
	keepSpeed: false,
	shape: 'ellipse',
	sides: 3,
	regionMode: 'box',
	regionHow: 'add',
	regionAdds: false,
	regionEdges: true,
	tolerance: 24,
	brushSize: 40,
	feather: 2,
	regionPoints: 4,
};
