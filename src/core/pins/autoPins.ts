import type { ImageRef, WanDocument } from '../document/document.ts';
import { createFrameMapping } from '../frame/frameMapping.ts';
import type { ImagePoint } from '../geometry/point.ts';
import { frameSamples } from '../trajectory/frameSamples.ts';
import { type Corner, findCorners } from './findCorners.ts';
import type { LumaPicture } from './lumaPicture.ts';
import { createFreeTest, moverReachesPx, trackBudget } from './pinPlaces.ts';
import { scaleOf } from './pinSpacing.ts';

/** Parts of the frame that take turns, so that pins do not gather in its busiest corner. */
const parts = { columns: 4, rows: 3 } as const;
/** With fewer pins than this so far away, nearer ones are better than none. */
const fewest = 4;
/** More pins than this add nothing but tracks. */
const most = 12;

/**
 * Places for pins on the picture's strongest corners (Shi-Tomasi) inside the frame, out of the movers' reach, at least
 * 30 px apart at 480p, all over the frame, within the budget of 20 tracks in all and never more than 12.
 * @returns image pixels, the best first; empty when the budget is used up or the picture is plain.
 * Cost: O(pixels) of the reduced picture.
 */
export function autoPins(document: WanDocument, picture: LumaPicture): ImagePoint[] {
	if (!document.image || frameSamples(document).length >= trackBudget) return [];
	const corners = findCorners(picture);
	let places: ImagePoint[] = [];
	for (const reachPx of moverReachesPx) {
		places = pinsBeyond(document, document.image, picture, corners, reachPx);
		if (places.length >= fewest) break;
	}
	return places;
}

function pinsBeyond(
	document: WanDocument,
	image: ImageRef,
	picture: LumaPicture,
	corners: readonly Corner[],
	reachPx: number,
): ImagePoint[] {
	const { frame } = document;
	const budget = Math.min(most, trackBudget - frameSamples(document).length);
	const mapping = createFrameMapping(image, frame);
	const isFree = createFreeTest(document, reachPx);
	const toImage = image.width / picture.width;
	const margin = 12 * scaleOf(document);

	const byPart = new Map<number, ImagePoint[]>();
	for (const corner of corners) {
		const place = { x: (corner.x + 0.5) * toImage, y: (corner.y + 0.5) * toImage };
		const at = mapping.toFrame(place);
		const isInside =
			at.x >= margin &&
			at.y >= margin &&
			at.x <= frame.width - margin &&
			at.y <= frame.height - margin;
		if (!isInside) continue;
		const part =
			Math.floor((at.x / frame.width) * parts.columns) +
			parts.columns * Math.floor((at.y / frame.height) * parts.rows);
		const list = byPart.get(part);
		if (list) list.push(place);
		else byPart.set(part, [place]);
	}
	const places: ImagePoint[] = [];
	const lists = [...byPart.values()];
	// One of each part in turn, strongest parts first, until the budget or the corners are used up.
	while (places.length < budget && lists.some((list) => list.length > 0))
		for (const list of lists) {
			if (places.length >= budget) break;
			let place = list.shift();
			while (place && !isFree(mapping.toFrame(place))) place = list.shift();
			if (place) places.push(place);
		}
	return places;
}
