import { createTrack, type Track, type WanDocument } from '#core/document/document.ts';

/**
 * Copies of tracks with ids, names and colours of their own, open to change; those of one group are a new group, and
 * those that follow one another follow the copies. A follower whose leader the document lacks follows nobody.
 */
export function copiesOf(
	document: WanDocument,
	tracks: readonly Track[],
	createId: () => string,
): readonly Track[] {
	const groups = new Map<string, string>();
	const idOf = new Map<string, string>();
	let grown = document;
	const copies = tracks.map((track) => {
		const { id, name, color } = createTrack(grown, createId(), track.kind, track.points);
		const { groupId } = track;
		if (groupId !== undefined && !groups.has(groupId)) groups.set(groupId, createId());
		const mine = groupId === undefined ? undefined : groups.get(groupId);
		const copy = {
			...track,
			id,
			name,
			color,
			locked: false,
			...(mine !== undefined && { groupId: mine }),
		};
		idOf.set(track.id, id);
		grown = { ...grown, tracks: [...grown.tracks, copy] };
		return copy;
	});
	return copies.map(({ follow, ...copy }) => {
		if (!follow) return copy;
		const isHere = document.tracks.some((track) => track.id === follow.trackId);
		const trackId = idOf.get(follow.trackId) ?? (isHere ? follow.trackId : null);
		return trackId === null ? copy : { ...copy, follow: { ...follow, trackId } };
	});
}
