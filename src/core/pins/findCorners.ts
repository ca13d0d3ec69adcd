import { cornerStrength } from './cornerStrength.ts';
import type { LumaPicture } from './lumaPicture.ts';

/** Corners weaker than this share of the strongest are no hold. */
const weakest = 0.01;

export interface Corner {
	/** Whole pixels of the picture. */
	readonly x: number;
	readonly y: number;
	readonly strength: number;
}

/** Local maxima of the corner strength (Shi-Tomasi), strongest first. Cost: O(pixels). */
export function findCorners(picture: LumaPicture): Corner[] {
	const { width, height } = picture;
	const strength = cornerStrength(picture);
	let strongest = 0;
	for (const value of strength) if (value > strongest) strongest = value;
	const least = Math.max(strongest * weakest, 1);
	const corners: Corner[] = [];
	for (let y = 1; y < height - 1; y++)
		for (let x = 1; x < width - 1; x++) {
			const i = y * width + x;
			const value = strength[i]!;
			if (value < least) continue;
			const isPeak =
				value >= strength[i - 1]! &&
				value > strength[i + 1]! &&
				value >= strength[i - width]! &&
				value > strength[i + width]!;
			if (isPeak) corners.push({ x, y, strength: value });
		}
	return corners.sort((a, b) => b.strength - a.strength);
}
