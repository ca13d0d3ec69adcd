import type { ImagePoint } from '../geometry/point.ts';

/** Whether a place lies inside closed rings, by the even-odd rule. Cost: O(places of the rings). */
export function isInRings(
	rings: readonly (readonly ImagePoint[])[],
	{ x, y }: ImagePoint,
): boolean {
	let isInside = false;
	for (const ring of rings)
		for (let i = 0; i < ring.length; i++) {
			const a = ring[i]!;
			const b = ring[i + 1 < ring.length ? i + 1 : 0]!;
			if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x))
				isInside = !isInside;
		}
	return isInside;
}
