import type { EditorStore } from '../store/createEditorStore.ts';

/**
 * Moves tracks one place up (-1) or down (1) in the list; they keep their order among themselves.
 * @param ids Default: the selected ones.
 */
export function moveInList(store: EditorStore, by: 1 | -1, ids?: readonly string[]): void {
	const { history, selection } = store.getState();
	const moved = ids ?? selection.trackIds;
	const tracks = [...history.present.tracks];
	const order = by === 1 ? tracks.map((_, i) => tracks.length - 1 - i) : tracks.map((_, i) => i);
	let isMoved = false;
	for (const at of order) {
		const track = tracks[at];
		const other = tracks[at + by];
		if (!track || !other) continue;
		if (!moved.includes(track.id) || moved.includes(other.id)) continue;
		tracks[at] = other;
		tracks[at + by] = track;
		isMoved = true;
	}
	if (isMoved) store.dispatch('reorderTrack', [{ type: 'tracks/replace', tracks }]);
}

/**
 * Moves a track, and with it all selected ones if it is one of them, to before the track at `index` of the list as it is.
 * @param index 0..count; count: to the end.
 */
export function dropInList(store: EditorStore, trackId: string, index: number): void {
	const { history, selection } = store.getState();
	const { tracks } = history.present;
	const ids = selection.trackIds.includes(trackId) ? selection.trackIds : [trackId];
	const moved = tracks.filter((track) => ids.includes(track.id));
	const before = tracks.slice(0, index).filter((track) => !ids.includes(track.id));
	const after = tracks.slice(index).filter((track) => !ids.includes(track.id));
	const next = [...before, ...moved, ...after];
	if (next.some((track, i) => track !== tracks[i]))
		store.dispatch('reorderTrack', [{ type: 'tracks/replace', tracks: next }]);
}
