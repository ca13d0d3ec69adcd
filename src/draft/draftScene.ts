import type { LayerMotion } from './layers/layerMotion.ts';

/** The start image as the draft reads it: width x height x 4 straight, opaque sRGB bytes. */
export interface DraftPicture {
	readonly width: number;
	readonly height: number;
	readonly rgba: Uint8ClampedArray | Uint8Array;
}

/** A piece of the picture that moves; its pixels are premultiplied, with a clear border one pixel wide. */
export interface DraftLayer {
	/** Frame pixel of the piece's top left corner while it rests. */
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	/** width x height x 4, premultiplied by alpha. */
	readonly rgba: Uint8ClampedArray;
	readonly motion: LayerMotion;
	/** The tracks that carry it. */
	readonly tracks: readonly number[];
	/** Its shadow: dark and soft, with the motion of the piece. */
	readonly isShadow?: boolean;
}

/** All that a frame needs: drawn bottom up, background first. */
export interface DraftScene {
	readonly width: number;
	readonly height: number;
	readonly frameCount: number;
	/** The picture as given: what a frame shows while nothing has moved. */
	readonly source: Uint8ClampedArray;
	/** The picture with ground completed where moving pieces were cut out. */
	readonly background: Uint8ClampedArray;
	/** width x height: how much of each pixel of the background was made up, 0..255. */
	readonly madeUp: Uint8ClampedArray;
	readonly layers: readonly DraftLayer[];
	/** frameCount x 6: where each frame shows the ground. Absent: it stands. */
	readonly camera?: Float64Array;
}
