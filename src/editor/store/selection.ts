import type { WanDocument } from '#core/document/document.ts';

/** Selected tracks, and control points of one of them; ids and indices only, objects come from the document. */
export interface Selection {
	readonly trackIds: readonly string[];
	/** When present, its track is the only one in `trackIds`, and indices are not empty. */
	readonly points: { readonly trackId: string; readonly indices: readonly number[] } | null;
}

export const nothingSelected: Selection = { trackIds: [], points: null };

export const selectTracks = (trackIds: readonly string[]): Selection => ({
	trackIds,
	points: null,
});

export const selectPoints = (trackId: string, indices: readonly number[]): Selection => ({
	trackIds: [trackId],
	points: indices.length ? { trackId, indices } : null,
});

/** The selection without what the document no longer has; the same object when all is there. */
export function pruneSelection(selection: Selection, document: WanDocument): Selection {
	const trackIds = selection.trackIds.filter((id) => document.tracks.some((t) => t.id === id));
	const { points } = selection;
	const track = points ? document.tracks.find((t) => t.id === points.trackId) : undefined;
	const indices = points?.indices.filter((i) => track !== undefined && i < track.points.length);
	if (
		trackIds.length === selection.trackIds.length &&
		indices?.length === selection.points?.indices.length
	)
		return selection;
	return {
		trackIds,
		points: points && indices?.length ? { trackId: points.trackId, indices } : null,
	};
}

/** The list with the item added, or without it if it was in. */
export const toggle = <T>(list: readonly T[], item: T): readonly T[] =>
	list.includes(item) ? list.filter((other) => other !== item) : [...list, item];

/** The tracks with all others of their groups, but for a group that is open; the document's order after the given ones. */
export function withGroups(
	document: WanDocument,
	trackIds: readonly string[],
	openGroup: string | null,
): readonly string[] {
	const groups = new Set(
		document.tracks.flatMap(({ id, groupId }) =>
			groupId !== undefined && groupId !== openGroup && trackIds.includes(id) ? [groupId] : [],
		),
	);
	if (groups.size === 0) return trackIds;
	const others = document.tracks.filter(
		({ id, groupId }) => groupId !== undefined && groups.has(groupId) && !trackIds.includes(id),
	);
	return others.length ? [...trackIds, ...others.map((track) => track.id)] : trackIds;
}
