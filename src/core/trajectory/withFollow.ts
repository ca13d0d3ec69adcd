import type { Follow, Track } from '../document/document.ts';

/** The track with another leader, or without one; the same track where that would close a circle or changes nothing. */
export function withFollow(tracks: readonly Track[], track: Track, follow: Follow | null): Track {
	if (follow === null) {
		if (!track.follow) return track;
		const { follow: _, ...alone } = track;
		return alone;
	}
	return canFollow(tracks, track.id, follow.trackId) ? { ...track, follow } : track;
}

/** Whether a track may follow a leader: both are there, and the leader does not follow it, however far along the chain. */
export const canFollow = (tracks: readonly Track[], trackId: string, leaderId: string): boolean =>
	mayFollow(byIdOf(tracks), trackId, leaderId);

/** All tracks that a track may follow. Cost: O(tracks x the longest chain). */
export function possibleLeaders(tracks: readonly Track[], trackId: string): readonly Track[] {
	const byId = byIdOf(tracks);
	return tracks.filter((track) => mayFollow(byId, trackId, track.id));
}

type TracksById = ReadonlyMap<string, Track>;

const byIdOf = (tracks: readonly Track[]): TracksById =>
	new Map(tracks.map((track) => [track.id, track]));

function mayFollow(byId: TracksById, trackId: string, leaderId: string): boolean {
	if (!byId.has(trackId) || !byId.has(leaderId)) return false;
	const seen = new Set([trackId]);
	for (
		let id: string | undefined = leaderId;
		id !== undefined;
		id = byId.get(id)?.follow?.trackId
	) {
		if (seen.has(id)) return false;
		seen.add(id);
	}
	return true;
}
