import { cornerStrength } from '../../../src/core/pins/cornerStrength.ts';
import type { LumaPicture } from '../../../src/core/pins/lumaPicture.ts';
import type { DrawnScene } from './drawScene.ts';

/** Default distance, scene units, within which a start is moved to the best corner. */
const nearBy = 9;
/** A start's surroundings that move with it: margins tried, widest first, scene units. */
const margins = [11, 8, 6, 4, 2];

/**
 * Finds the place near a start that is easiest to track: the strongest corner that lies wholly on its mover, or wholly off
 * all of them.
 * @param luma The picture's brightness, one pixel a scene unit.
 * @returns A function of a place in scene units; a reach of 0 leaves it where it is (groups that turn about a point).
 */
export function createSnap({ movers, width: across }: DrawnScene, luma: LumaPicture) {
	const strength = cornerStrength(blurred(luma));
	const { width, height } = luma;
	const scale = across / width;
	const shareOf = (mask: Uint8Array, x: number, y: number): number =>
		mask[Math.round(y * scale) * across + Math.round(x * scale)] ?? 0;
	const isOn = (on: string | undefined, x: number, y: number): boolean =>
		movers.every(({ name, mask }) => shareOf(mask, x, y) > 127 === (name === on));
	const isWithin = (on: string | undefined, x: number, y: number, margin: number): boolean =>
		Array.from({ length: 12 }, (_, i) => (i * Math.PI) / 6).every((a) =>
			isOn(on, x + margin * Math.cos(a), y + margin * Math.sin(a)),
		) && isOn(on, x, y);

	return (
		place: { readonly x: number; readonly y: number },
		on: string | undefined,
		reach: number = nearBy,
	): { x: number; y: number; strength: number } => {
		if (on !== undefined && !movers.some(({ name }) => name === on))
			throw new Error(`There is no mover ${on}`);
		if (reach === 0) return { ...place, strength: Number.POSITIVE_INFINITY };
		for (const margin of margins) {
			let best = { x: Math.round(place.x), y: Math.round(place.y), strength: 0 };
			for (let y = Math.ceil(place.y - reach); y <= place.y + reach; y++)
				for (let x = Math.ceil(place.x - reach); x <= place.x + reach; x++) {
					if (x < 12 || y < 12 || x >= width - 12 || y >= height - 12) continue;
					if (Math.hypot(x - place.x, y - place.y) > reach) continue;
					const found = strength[y * width + x]!;
					if (found > best.strength && isWithin(on, x, y, margin)) best = { x, y, strength: found };
				}
			if (best.strength > 0) return best;
		}
		throw new Error(`No place near ${place.x}, ${place.y} lies on ${on ?? 'the ground'}`);
	};
}

/** A box of 3 x 3: grain that a video does not keep is no corner. */
function blurred({ width, height, data }: LumaPicture): LumaPicture {
	const out = new Uint8Array(data.length);
	for (let y = 1; y < height - 1; y++)
		for (let x = 1; x < width - 1; x++) {
			let sum = 0;
			for (let dy = -1; dy <= 1; dy++)
				for (let dx = -1; dx <= 1; dx++) sum += data[(y + dy) * width + x + dx]!;
			out[y * width + x] = sum / 9;
		}
	return { width, height, data: out };
}
