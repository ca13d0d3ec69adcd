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
export function canFollow(tracks: readonly Track[], trackId: string, leaderId: string): boolean {
	const byId = new Map(tracks.map((track) => [track.id, track]));
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
