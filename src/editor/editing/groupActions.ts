import type { Track } from '#core/document/document.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { selectTracks } from '../store/selection.ts';
import { chosenTracks } from './chosen.ts';

/** Makes one group of the selected tracks: from now on selecting one selects them all. */
export function group(store: EditorStore): void {
	const tracks = chosenTracks(store.getState());
	if (tracks.length < 2) return;
	const groupId = store.createId();
	store.dispatch('group', [
		{ type: 'track/put', tracks: tracks.map((track) => ({ ...track, groupId })) },
	]);
	store.select(selectTracks(tracks.map((track) => track.id)));
}

/** Takes the selected tracks out of their groups. */
export function ungroup(store: EditorStore): void {
	const tracks = chosenTracks(store.getState()).filter((track) => track.groupId !== undefined);
	if (tracks.length === 0) return;
	store.dispatch('group', [{ type: 'track/put', tracks: tracks.map(withoutGroup) }]);
}

const withoutGroup = ({ groupId: _, ...track }: Track): Track => track;

/** Selects all tracks of the selected ones' colours that can be selected. */
export function selectSameColor(store: EditorStore): void {
	const { history, selection } = store.getState();
	const { tracks } = history.present;
	const colors = new Set(
		tracks.flatMap((track) => (selection.trackIds.includes(track.id) ? [track.color] : [])),
	);
	const same = tracks.filter((t) => t.visible && !t.locked && colors.has(t.color));
	if (same.length) store.select(selectTracks(same.map((track) => track.id)));
}
