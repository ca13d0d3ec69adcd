import type { Track, WanDocument } from '#core/document/document.ts';

/** A track and the number that its badge shows. */
export interface TrackView {
	readonly track: Track;
	readonly number: number;
}

const cache = new WeakMap<readonly Track[], readonly TrackView[]>();

/** Tracks with their numbers: paths count 1, 2, ... in order, and so do pins. Memoised by the list's identity. */
export function numberTracks(document: WanDocument): readonly TrackView[] {
	const known = cache.get(document.tracks);
	if (known) return known;
	const next = { path: 1, pin: 1 };
	const views = document.tracks.map((track) => ({ track, number: next[track.kind]++ }));
	cache.set(document.tracks, views);
	return views;
}
