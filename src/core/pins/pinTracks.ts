import { createTrack, type Track, type WanDocument } from '../document/document.ts';
import type { ImagePoint } from '../geometry/point.ts';

/** A pin for each place, with names and colours of their own. @param createId Each call a new id. */
export function pinTracks(
	document: WanDocument,
	places: readonly ImagePoint[],
	createId: () => string,
): Track[] {
	let known = document;
	return places.map(({ x, y }) => {
		const pin = createTrack(known, createId(), 'pin', [{ x, y, mode: 'smooth' }]);
		known = { ...known, tracks: [...known.tracks, pin] };
		return pin;
	});
}
