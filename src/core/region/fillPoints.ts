import type { ImagePoint } from '../geometry/point.ts';
import { cornerStrength } from '../pins/cornerStrength.ts';
import type { LumaPicture } from '../pins/lumaPicture.ts';
import { depthInside } from './depthInside.ts';

/** Places nearer to the edge than this share of the deepest one hold the background as well as the thing. */
const rim = 0.2;
/** What a place without texture counts against the most textured one. */
const plain = 0.15;

/**
 * Places in a mask to hang tracks on: apart, spread over it, on texture, and not at its edge.
 * @param count So many at most, 1..8; fewer where they would come too near to each other.
 * @param spacing Least distance between two, pixels.
 * @returns pixels, the best first; one at least unless the mask is empty. Cost: O(pixels x count).
 */
export function fillPoints(
	picture: LumaPicture,
	mask: Uint8Array,
	count: number,
	spacing: number,
): ImagePoint[] {
	const { width, height } = picture;
	const depth = depthInside(mask, width, height);
	const strength = cornerStrength(picture);
	let [deepest, strongest] = [0, 1e-6];
	for (let i = 0; i < mask.length; i++) {
		if (mask[i] !== 1) continue;
		deepest = Math.max(deepest, depth[i]!);
		strongest = Math.max(strongest, strength[i]!);
	}
	const least = Math.max(1, deepest * rim);
	const worth = new Float32Array(mask.length);
	for (let i = 0; i < mask.length; i++)
		if (mask[i] === 1 && depth[i]! >= least)
			worth[i] = plain + Math.sqrt(strength[i]! / strongest) * Math.min(1, depth[i]! / (2 * least));
	const away = new Float32Array(mask.length).fill(Number.POSITIVE_INFINITY);
	const places: ImagePoint[] = [];
	while (places.length < count) {
		let [best, most] = [-1, 0];
		for (let i = 0; i < mask.length; i++) {
			if (worth[i] === 0 || away[i]! < spacing) continue;
			const value = worth[i]! * (places.length === 0 ? 1 : away[i]!);
			if (value > most) [best, most] = [i, value];
		}
		if (best < 0) break;
		const place = { x: (best % width) + 0.5, y: Math.floor(best / width) + 0.5 };
		places.push(place);
		for (let i = 0; i < mask.length; i++)
			if (worth[i]! > 0)
				away[i] = Math.min(
					away[i]!,
					Math.hypot((i % width) + 0.5 - place.x, Math.floor(i / width) + 0.5 - place.y),
				);
	}
	return places;
}
