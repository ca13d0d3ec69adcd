import type { Command } from '#core/document/commands.ts';
import { createTrack, type Track } from '#core/document/document.ts';
import { joinTracks, reverseTrack, simplifyTrack, splitTrack } from '#core/edit/pathEdits.ts';
import { spreadOffsets } from '#core/edit/spread.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { selectTracks } from '../store/selection.ts';
import { chosenPoints, chosenTracks } from './chosen.ts';
import { copiesOf } from './copiesOf.ts';

const paths = (store: EditorStore): readonly Track[] =>
	chosenTracks(store.getState()).filter((track) => track.kind === 'path');

/** The selected paths run the other way. */
export function reverse(store: EditorStore): void {
	const tracks = paths(store).map(reverseTrack);
	if (tracks.length) store.dispatch('editPath', [{ type: 'track/put', tracks }]);
}

/** Cuts the path at the selected point; a closed path is opened there. */
export function split(store: EditorStore): void {
	const chosen = chosenPoints(store.getState());
	const index = chosen?.indices[0];
	if (!chosen || index === undefined) return;
	const { track } = chosen;
	const [first, second] = splitTrack(track, index, store.createId());
	if (!first || first === track) return;
	const commands: Command[] = [{ type: 'track/put', tracks: [first] }];
	if (second) {
		const document = store.getDocument();
		const { name, color } = createTrack(document, second.id, 'path', second.points);
		const at = document.tracks.findIndex((t) => t.id === track.id) + 1;
		commands.push({ type: 'track/add', track: { ...second, name, color }, index: at });
	}
	store.dispatch('editPath', commands);
	store.select(selectTracks([first.id, ...(second ? [second.id] : [])]));
}

/** Makes one path of two or more, joined where their ends are nearest. */
export function join(store: EditorStore): void {
	const [first, ...rest] = paths(store);
	if (!first || rest.length === 0) return;
	const joined = rest.reduce((whole, next) => joinTracks(whole, next), first);
	store.dispatch('editPath', [
		{ type: 'track/put', tracks: [joined] },
		{ type: 'track/remove', trackIds: rest.map((track) => track.id) },
	]);
	store.select(selectTracks([first.id]));
}

/** Closes the selected paths, or opens them when all are closed; three points or more make a loop. */
export function closePaths(store: EditorStore): void {
	const loops = paths(store).filter((track) => track.points.length >= 3);
	if (loops.length === 0) return;
	const closed = loops.some((track) => !track.closed);
	const trackIds = loops.map((track) => track.id);
	store.dispatch('closeTrack', [{ type: 'track/set', trackIds, patch: { closed } }]);
}

/** A preview of fewer points; the gesture begins with the first one. @param tolerance Image px; 0: as it was. */
export function previewSimplify(store: EditorStore, tolerance: number): void {
	if (store.getState().history.gesture === null) store.beginGesture('editPath');
	const base = store.getState().history.gesture?.base;
	if (!base) return;
	const ids = store.getState().selection.trackIds;
	const tracks = base.tracks
		.filter((t) => ids.includes(t.id) && t.kind === 'path' && !t.locked)
		.map((t) => (tolerance > 0 ? simplifyTrack(t, tolerance) : t));
	store.previewGesture([{ type: 'track/put', tracks }]);
	// Indices of points mean others now.
	const { points } = store.getState().selection;
	if (points) store.select(selectTracks([points.trackId]));
}

/** Parallel copies of each selected path, all of them selected. @param count Paths in all. @param gap Image px. */
export function spread(store: EditorStore, count: number, gap: number): void {
	let document = store.getDocument();
	const chosen = chosenTracks(store.getState());
	const most = Math.max(0, ...chosen.map((track) => spreadOffsets(track, count, gap).length));
	for (let i = 0; i < most; i++) {
		const moved = chosen.map((track) => {
			const { dx = 0, dy = 0 } = spreadOffsets(track, count, gap)[i] ?? {};
			return { ...track, points: track.points.map((p) => ({ ...p, x: p.x + dx, y: p.y + dy })) };
		});
		const copies = copiesOf(document, moved, store.createId);
		document = { ...document, tracks: [...document.tracks, ...copies] };
	}
	const copies = document.tracks.slice(store.getDocument().tracks.length);
	if (copies.length === 0) return;
	store.dispatch(
		'duplicateTrack',
		copies.map((track) => ({ type: 'track/add', track })),
	);
	store.select(selectTracks([...chosen, ...copies].map((track) => track.id)));
}
