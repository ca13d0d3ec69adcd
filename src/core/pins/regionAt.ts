import type { LumaPicture } from './lumaPicture.ts';

/** How much brightness may change inside one thing, from its starting place. */
const tolerance = 14;

/** A connected part of a picture. */
export interface Region {
	/** Pixels of it. */
	readonly size: number;
	/** One byte a pixel of the picture: 1 inside. */
	readonly mask: Uint8Array;
}

/** Kept between calls: a thousand starts would make as many of a megabyte each. */
let scratch = new Int32Array(0);

/**
 * What a place belongs to by its brightness: the connected pixels that are about as bright.
 * @param x Pixels of the picture, held inside it.
 * Cost: O(pixels of the region), one byte a pixel of the picture.
 */
export function regionAt({ width, height, data }: LumaPicture, x: number, y: number): Region {
	const hold = (value: number, size: number) => Math.max(0, Math.min(size - 1, Math.floor(value)));
	const seed = hold(y, height) * width + hold(x, width);
	const level = data[seed]!;
	const mask = new Uint8Array(width * height);
	if (scratch.length < mask.length) scratch = new Int32Array(mask.length);
	const queue = scratch;
	let size = 1;
	queue[0] = seed;
	mask[seed] = 1;
	for (let at = 0; at < size; at++) {
		const pixel = queue[at]!;
		const column = pixel % width;
		const visit = (next: number) => {
			if (mask[next] === 1 || Math.abs(data[next]! - level) > tolerance) return;
			mask[next] = 1;
			queue[size++] = next;
		};
		if (column > 0) visit(pixel - 1);
		if (column < width - 1) visit(pixel + 1);
		if (pixel >= width) visit(pixel - width);
		if (pixel < width * (height - 1)) visit(pixel + width);
	}
	return { size, mask };
}
