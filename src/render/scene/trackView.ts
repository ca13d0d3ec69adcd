import type { Track, WanDocument } from '#core/document/document.ts';

/** A track and the number that its badge shows. */
export interface TrackView {
	readonly track: Track;
	readonly number: number;
}

interface Numbered {
	readonly views: readonly TrackView[];
	readonly byId: ReadonlyMap<string, TrackView>;
}

const cache = new WeakMap<readonly Track[], Numbered>();

/** Tracks with their numbers: paths count 1, 2, ... in order, and so do pins. Memoised by the list's identity. */
export const numberTracks = (document: WanDocument): readonly TrackView[] =>
	numbered(document).views;

/** A track by its id, with its number; undefined when the document has none. */
export const findTrackView = (document: WanDocument, trackId: string): TrackView | undefined =>
	numbered(document).byId.get(trackId);

function numbered({ tracks }: WanDocument): Numbered {
	const known = cache.get(tracks);
	if (known) return known;
	const next = { path: 1, pin: 1 };
	const views = tracks.map((track) => ({ track, number: next[track.kind]++ }));
	const made: Numbered = { views, byId: new Map(views.map((view) => [view.track.id, view])) };
	cache.set(tracks, made);
	return made;
}
