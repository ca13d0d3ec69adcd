import type { ImageRef, OutputFrame } from '../document/document.ts';
import { createFrameMapping } from '../frame/frameMapping.ts';
import type { Affine } from '../geometry/affine.ts';
import type { FramePoint, Rect } from '../geometry/point.ts';

interface Size {
	readonly width: number;
	readonly height: number;
}

/** What the clip is laid over: the output frame, or the whole start image, of which the frame may show a part. */
export type LaidOver = 'frame' | 'picture';

/** How what was found in a clip is put into another picture. */
export interface Placement {
	/** 1: the clip as large as fits. More than 0. */
	readonly scale: number;
	/** What stays where it is while the scale changes, frame pixels, before the shift. */
	readonly pivot: FramePoint;
	/** Frame pixels, after the scale. */
	readonly dx: number;
	readonly dy: number;
}

/** Sides that differ by so little are of one shape: sizes are whole pixels. */
const shapeTolerance = 0.01;

/** The picture for a clip of its shape, probably one of its frames; else the output frame. */
export function likelyLaidOver(clip: Size, image: Size | null): LaidOver {
	if (!image) return 'frame';
	const ratio = (clip.width * image.height) / (clip.height * image.width);
	return Math.abs(ratio - 1) < shapeTolerance ? 'picture' : 'frame';
}

/** What the clip is laid over, frame pixels. */
export function rectOf(over: LaidOver, image: ImageRef | null, frame: OutputFrame): Rect {
	if (over === 'frame' || !image) return { x: 0, y: 0, width: frame.width, height: frame.height };
	const { toFrame } = createFrameMapping(image, frame);
	const first = toFrame({ x: 0, y: 0 });
	const last = toFrame({ x: image.width, y: image.height });
	return { ...first, width: last.x - first.x, height: last.y - first.y };
}

/**
 * Clip pixels to frame pixels: nothing cut, nothing distorted, in the middle of the rectangle; then scaled about the pivot,
 * then shifted. Has a way back (`inverse`).
 */
export function retargetMap(clip: Size, into: Rect, placement: Placement): Affine {
	const { scale, pivot, dx, dy } = placement;
	const fit = Math.min(into.width / clip.width, into.height / clip.height);
	const left = into.x + (into.width - fit * clip.width) / 2;
	const top = into.y + (into.height - fit * clip.height) / 2;
	return [
		fit * scale,
		0,
		0,
		fit * scale,
		pivot.x + (left - pivot.x) * scale + dx,
		pivot.y + (top - pivot.y) * scale + dy,
	];
}
