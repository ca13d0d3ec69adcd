import type { Affine } from '../geometry/affine.ts';
import type { FramePoint } from '../geometry/point.ts';

interface Size {
	readonly width: number;
	readonly height: number;
}

/** How what was found in a clip is put into another picture. */
export interface Placement {
	/** 1: the clip's frame as large as fits into the output frame. More than 0. */
	readonly scale: number;
	/** What stays where it is while the scale changes, frame pixels, before the shift. */
	readonly pivot: FramePoint;
	/** Frame pixels, after the scale. */
	readonly dx: number;
	readonly dy: number;
}

/** Clip pixels to frame pixels, nothing cut and nothing distorted: the clip's frame in the middle of the output frame. */
export function fitMap(clip: Size, frame: Size): Affine {
	const scale = Math.min(frame.width / clip.width, frame.height / clip.height);
	return [
		scale,
		0,
		0,
		scale,
		(frame.width - scale * clip.width) / 2,
		(frame.height - scale * clip.height) / 2,
	];
}

/** Clip pixels to frame pixels: fitted, then scaled about the pivot, then shifted. Has a way back (`inverse`). */
export function retargetMap(clip: Size, frame: Size, placement: Placement): Affine {
	const { scale, pivot, dx, dy } = placement;
	const [fit, , , , left, top] = fitMap(clip, frame);
	return [
		fit * scale,
		0,
		0,
		fit * scale,
		pivot.x + (left - pivot.x) * scale + dx,
		pivot.y + (top - pivot.y) * scale + dy,
	];
}
