import type { ImagePoint } from '../geometry/point.ts';
import { simplifyRing } from './simplifyRing.ts';

/** Rings that hold less than this many pixels are grain. */
const leastArea = 12;
/** How far a ring may leave the mask's edge, pixels. */
const tolerance = 0.6;

/**
 * Outlines of a mask, holes too: inside by the even-odd rule, in as few places as will do.
 * @param exact Along the pixels' edges as they are, so that `maskOfRings` gives the same mask; else smoothed, without grain.
 * @returns closed rings of 3 places or more, pixels; none for an empty mask. Cost: O(pixels).
 */
export function maskRings(
	mask: Uint8Array,
	{ width, height }: { readonly width: number; readonly height: number },
	exact = false,
): ImagePoint[][] {
	const next = edgesOf(mask, width, height);
	const corner = (at: number): ImagePoint => ({
		x: at % (width + 1),
		y: Math.floor(at / (width + 1)),
	});
	const rings: ImagePoint[][] = [];
	for (const start of [...next.keys()])
		while (next.get(start)?.length) {
			const ring: ImagePoint[] = [];
			let at = start;
			for (;;) {
				const ways = next.get(at);
				const to = ways?.pop();
				if (to === undefined) break;
				ring.push(corner(at));
				at = to;
			}
			if (exact) rings.push(simplifyRing(ring, 0));
			else if (Math.abs(areaOf(ring)) >= leastArea)
				rings.push(simplifyRing(smoothed(ring), tolerance));
		}
	return rings.filter((ring) => ring.length >= 3);
}

/** From each corner of the pixel grid to the next ones, with the inside on the right. */
function edgesOf(mask: Uint8Array, width: number, height: number): Map<number, number[]> {
	const next = new Map<number, number[]>();
	const isInside = (x: number, y: number) =>
		x >= 0 && y >= 0 && x < width && y < height && mask[y * width + x] === 1;
	const edge = (x0: number, y0: number, x1: number, y1: number) => {
		const from = y0 * (width + 1) + x0;
		const to = y1 * (width + 1) + x1;
		const known = next.get(from);
		if (known) known.push(to);
		else next.set(from, [to]);
	};
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			if (mask[y * width + x] !== 1) continue;
			if (!isInside(x, y - 1)) edge(x, y, x + 1, y);
			if (!isInside(x + 1, y)) edge(x + 1, y, x + 1, y + 1);
			if (!isInside(x, y + 1)) edge(x + 1, y + 1, x, y + 1);
			if (!isInside(x - 1, y)) edge(x, y + 1, x, y);
		}
	return next;
}

/** Signed, pixels. */
function areaOf(ring: readonly ImagePoint[]): number {
	let sum = 0;
	ring.forEach((a, i) => {
		const b = ring[(i + 1) % ring.length]!;
		sum += a.x * b.y - b.x * a.y;
	});
	return sum / 2;
}

/** Means of five neighbours: no stairs of pixels. */
const smoothed = (ring: readonly ImagePoint[]): ImagePoint[] =>
	ring.map((_, i) => {
		let [x, y] = [0, 0];
		for (let d = -2; d <= 2; d++) {
			const near = ring[(i + d + ring.length) % ring.length]!;
			x += near.x / 5;
			y += near.y / 5;
		}
		return { x, y };
	});
