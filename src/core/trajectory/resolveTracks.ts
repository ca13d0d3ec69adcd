import type { Track } from '../document/document.ts';
import { sampleDocumentTrack } from './sampleDocumentTrack.ts';
import { withSamples } from './sampleTrack.ts';

interface Resolved {
	readonly samples: Float64Array;
	readonly track: Track;
}

const byList = new WeakMap<readonly Track[], readonly Track[]>();
const byTrack = new WeakMap<Track, Resolved>();

/**
 * Tracks of which `sampleTrack` gives the positions in the document: followers are moved with their leaders. For views;
 * commands are for the document's own tracks, which have the same ids. Tracks that follow nobody are themselves, and
 * so is a list without followers. A follower keeps its identity while it and its leaders stay.
 * Cost: O(tracks) when the list changed, then nothing.
 */
export function resolveTracks(tracks: readonly Track[]): readonly Track[] {
	const found = byList.get(tracks);
	if (found) return found;
	const resolved = tracks.some((track) => track.follow)
		? tracks.map((track) => (track.follow ? resolve(tracks, track) : track))
		: tracks;
	byList.set(tracks, resolved);
	return resolved;
}

function resolve(tracks: readonly Track[], track: Track): Track {
	const samples = sampleDocumentTrack({ tracks }, track);
	const known = byTrack.get(track);
	if (known?.samples === samples) return known.track;
	const resolved = withSamples(track, samples);
	byTrack.set(track, { samples, track: resolved });
	return resolved;
}
