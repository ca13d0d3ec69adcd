import type { WanDocument } from '../document/document.ts';
import { createFrameMapping } from '../frame/frameMapping.ts';
import type { FramePoint, ImagePoint } from '../geometry/point.ts';
import { isMoving, trackFacts } from '../lint/trackFacts.ts';
import { isInRings } from '../region/isInRings.ts';
import { ownFrameSamples } from '../trajectory/frameSamples.ts';
import { pinSpacingPx, scaleOf } from './pinSpacing.ts';

/** A pin nearer than this to where something moves would hold it back; at 480p, frame pixels. */
export const moverReachPx = 48;
/** How far the thing that a track moves may stretch round it, at 480p: a pin on the thing would tear it. Tried in this order. */
export const moverReachesPx = [140, 100, 70, moverReachPx] as const;
/** ATI was trained with at most so many tracks. */
export const trackBudget = 20;
/** From the frame's border. */
const insetPx = 24;

/** Pins in columns and rows over the frame, image pixels; none in the way of what moves or on another pin. */
export function gridPins(document: WanDocument, columns: number, rows: number): ImagePoint[] {
	const { width, height } = document.frame;
	const places = Array.from({ length: columns * rows }, (_, n) => ({
		x: ((n % columns) + 0.5) * (width / columns),
		y: (Math.floor(n / columns) + 0.5) * (height / rows),
	}));
	return freePlaces(document, places);
}

/** Pins along the frame's border, evenly spaced, image pixels: they lock the camera. @param count 4 or more. */
export function ringPins(document: WanDocument, count: number): ImagePoint[] {
	const { width, height } = document.frame;
	const inset = insetPx * scaleOf(document);
	const w = width - 2 * inset;
	const h = height - 2 * inset;
	const places = Array.from({ length: count }, (_, n) => {
		const along = (n / count) * 2 * (w + h);
		if (along < w) return { x: inset + along, y: inset };
		if (along < w + h) return { x: width - inset, y: inset + along - w };
		if (along < 2 * w + h) return { x: width - inset - (along - w - h), y: height - inset };
		return { x: inset, y: height - inset - (along - 2 * w - h) };
	});
	return freePlaces(document, places);
}

/** Those of the places, in their order, that are out of the movers' reach and apart from all still tracks and from each other. */
function freePlaces(document: WanDocument, places: readonly FramePoint[]): ImagePoint[] {
	const isFree = createFreeTest(document);
	const mapping = createFrameMapping(document.image ?? document.frame, document.frame);
	return places.filter(isFree).map(mapping.toImage);
}

/**
 * A test that takes each accepted place into account for the next. Frame pixels. Places are of the picture, so the camera
 * does not count: what moves with it alone is still there.
 * What lies in a region belongs to its tracks and is never free.
 * @param reachPx How near to a mover's way is too near, at 480p.
 */
export function createFreeTest(
	document: WanDocument,
	reachPx: number = moverReachPx,
): (place: FramePoint) => boolean {
	const scale = scaleOf(document);
	const { width, height } = document.frame;
	const moving: Float64Array[] = [];
	const still: FramePoint[] = [];
	const isCutOut = createRegionTest(document);
	for (const entry of ownFrameSamples(document)) {
		const { samples } = entry;
		if (isMoving(trackFacts(entry, document.frame))) moving.push(samples);
		else still.push({ x: samples[0]!, y: samples[1]! });
	}
	return (place) => {
		if (place.x < 0 || place.y < 0 || place.x > width || place.y > height) return false;
		if (isCutOut(place)) return false;
		for (const samples of moving)
			for (let i = 0; i < samples.length; i += 2)
				if (Math.hypot(samples[i]! - place.x, samples[i + 1]! - place.y) < reachPx * scale)
					return false;
		const isApart = still.every(
			(other) => Math.hypot(other.x - place.x, other.y - place.y) >= pinSpacingPx * scale,
		);
		if (isApart) still.push(place);
		return isApart;
	};
}

/** Whether a place of the frame lies in one of the document's regions. */
function createRegionTest({ regions, image, frame }: WanDocument): (place: FramePoint) => boolean {
	if (regions.length === 0) return () => false;
	const { toImage } = createFrameMapping(image ?? frame, frame);
	return (place) => {
		const at = toImage(place);
		return regions.some(({ rings }) => isInRings(rings, at));
	};
}
