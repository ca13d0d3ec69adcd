import { barrierDistance } from './barrierDistance.ts';
import { closedRegion } from './closedRegion.ts';
import { colourBins } from './colourBins.ts';
import type { OpponentWindow } from './opponentWindow.ts';
import { spreadDistance } from './spreadDistance.ts';

/** Barrier values, 0..765, from which a cell may stand out from what is around; the clearest first. */
const standsOut = [60, 42, 28];
/** Reach, as a share of the object's size (square root of its area). */
const reach = 0.2;
/** Largest part, as a share of the object's area, and smallest, in cells. */
const most = 0.08;
const least = 6;
/** Least share that a part has in all that shows its colours: bits of the ground are found elsewhere too. */
const rare = 0.4;

/**
 * The small things of rare colour that stand out close to an object: the basket under a balloon, joined by ropes too
 * thin to follow.
 * @param window A look that reaches well past the object.
 * @param inside The object, in the window's cells.
 * @param outerCells What must stay outside.
 * @returns 1 on the parts, or undefined when there are none.
 */
export function hangingParts(
	window: OpponentWindow,
	inside: Uint8Array,
	outerCells: readonly number[],
): Uint8Array | undefined {
	const { columns, rows } = window;
	const barrier = barrierDistance(window, outerCells);
	const distance = new Float32Array(inside.length).fill(Number.POSITIVE_INFINITY);
	let area = 0;
	for (let at = 0; at < inside.length; at++)
		if (inside[at] === 1) {
			area++;
			distance[at] = 0;
		}
	spreadDistance(distance, columns, rows);
	const bin = colourBins(window);
	const found = new Uint8Array(inside.length);
	let any = false;
	for (const threshold of standsOut) {
		const free = barrier.map((value, at) => (distance[at]! < 1.5 || found[at] === 1 ? 0 : value));
		for (let at = 0; at < inside.length; at++) {
			if (!(free[at]! >= threshold && distance[at]! < reach * Math.sqrt(area))) continue;
			const part = closedRegion(free, columns, rows, at, threshold) as Uint8Array;
			let size = 0;
			for (let i = 0; i < part.length; i++)
				if (part[i] === 1) {
					size++;
					free[i] = 0;
				}
			if (size < least || size > most * area || rarity(part, inside, bin) < rare) continue;
			if (outerCells.some((cell) => part[cell] === 1)) continue;
			any = true;
			for (let i = 0; i < part.length; i++) if (part[i] === 1) found[i] = 1;
		}
	}
	return any ? found : undefined;
}

/** Of the cells outside the object that show the part's main colours, how many are the part's own. */
function rarity(part: Uint8Array, inside: Uint8Array, bin: Uint16Array): number {
	const own = new Map<number, number>();
	let size = 0;
	for (let i = 0; i < part.length; i++)
		if (part[i] === 1) {
			own.set(bin[i]!, (own.get(bin[i]!) ?? 0) + 1);
			size++;
		}
	let others = 0;
	for (let i = 0; i < part.length; i++)
		if (part[i] === 0 && inside[i] === 0) others += (own.get(bin[i]!) ?? 0) / size;
	let mine = 0;
	for (const count of own.values()) mine += (count * count) / size;
	return mine / (mine + others);
}
