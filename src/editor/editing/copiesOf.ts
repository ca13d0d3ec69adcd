import { createTrack, type Track, type WanDocument } from '#core/document/document.ts';

/** Copies of tracks with ids, names and colours of their own, open to change; those of one group are a new group. */
export function copiesOf(
	document: WanDocument,
	tracks: readonly Track[],
	createId: () => string,
): readonly Track[] {
	const groups = new Map<string, string>();
	let grown = document;
	return tracks.map((track) => {
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
		grown = { ...grown, tracks: [...grown.tracks, copy] };
		return copy;
	});
}
