import type { OutputFrame, Track } from '../../document/document.ts';

/** A track on its way out. */
export interface ExportTrack {
	readonly name: string;
	/** `#rrggbb`. */
	readonly color: string;
	/** Frame px: x, y pairs at even times from the start, `of` for the whole clip; fewer for one that is released early. */
	readonly samples: Float64Array;
	readonly of: number;
	/** With its curve in image px, where it has one. */
	readonly track?: Track;
}

/** What is written. */
export interface ExportSource {
	readonly frame: OutputFrame;
	/** Pixels of the start image; the frame's where there is none. */
	readonly image: { readonly width: number; readonly height: number };
	readonly tracks: readonly ExportTrack[];
}

/** Colours of files that want one, in the order of our palette. */
export const exportColors: readonly string[] = [
	'#ff6b6b',
	'#4ecdc4',
	'#45b7d1',
	'#ffa07a',
	'#98d8c8',
	'#f7dc6f',
	'#bb8fce',
	'#85c1e2',
	'#f0b27a',
	'#82e0aa',
	'#d7bde2',
	'#aeb6bf',
];
