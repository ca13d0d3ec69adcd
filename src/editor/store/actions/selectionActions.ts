import type { Command } from '#core/document/commands.ts';
import type { PointMode } from '#core/document/document.ts';
import { dispatch } from '#core/history/history.ts';
import { copiesOf } from '../../editing/copiesOf.ts';
import { withHistory } from '../applyEffect.ts';
import type { EditorState } from '../editorState.ts';
import { type Selection, selectPoints, selectTracks } from '../selection.ts';
import type { StoreAccess } from '../storeAccess.ts';

export interface SelectionActions {
	readonly select: (selection: Selection) => void;
	/** All visible tracks that are not locked; with points selected, all points of that track. */
	readonly selectAll: () => void;
	readonly invertSelection: () => void;
	/** The next (1) or previous (-1) control point of all visible tracks, round and round. */
	readonly walkPoints: (direction: 1 | -1) => void;
	/** Copies of the selected tracks, a little to the side, become the selection. */
	readonly duplicateSelection: () => void;
	readonly setPointMode: (mode: PointMode) => void;
}

export const createSelectionActions = ({ update, createId }: StoreAccess): SelectionActions => ({
	select: (selection) =>
		update((state) => (state.selection === selection ? state : { ...state, selection })),
	selectAll: () =>
		update((state) => {
			const { points } = state.selection;
			const track = points && state.history.present.tracks.find((t) => t.id === points.trackId);
			if (track) return { ...state, selection: selectPoints(track.id, [...track.points.keys()]) };
			return { ...state, selection: selectTracks(openIds(state)) };
		}),
	invertSelection: () =>
		update((state) => {
			const { points, trackIds } = state.selection;
			const track = points && state.history.present.tracks.find((t) => t.id === points.trackId);
			if (points && track) {
				const rest = [...track.points.keys()].filter((i) => !points.indices.includes(i));
				return { ...state, selection: selectPoints(track.id, rest) };
			}
			const rest = openIds(state).filter((id) => !trackIds.includes(id));
			return { ...state, selection: selectTracks(rest) };
		}),
	walkPoints: (direction) => update((state) => walk(state, direction)),
	duplicateSelection: () =>
		update((state) => {
			const { tracks } = state.history.present;
			const chosen = tracks.filter((track) => state.selection.trackIds.includes(track.id));
			if (chosen.length === 0) return state;
			const offset = 16 / state.viewport.scale;
			const copies = copiesOf(state.history.present, chosen, createId).map((track) => ({
				...track,
				points: track.points.map((p) => ({ ...p, x: p.x + offset, y: p.y + offset })),
			}));
			const commands = copies.map((track): Command => ({ type: 'track/add', track }));
			const next = withHistory(state, dispatch(state.history, 'duplicateTrack', commands));
			return { ...next, selection: selectTracks(copies.map((track) => track.id)) };
		}),
	setPointMode: (mode) =>
		update((state) => {
			const { points } = state.selection;
			if (!points) return state;
			const command: Command = { type: 'point/setMode', ...points, mode };
			return withHistory(state, dispatch(state.history, 'setPointMode', [command]));
		}),
});

const openIds = (state: EditorState): readonly string[] =>
	state.history.present.tracks
		.filter((track) => track.visible && !track.locked)
		.map((track) => track.id);

function walk(state: EditorState, direction: 1 | -1): EditorState {
	const stops = state.history.present.tracks
		.filter((track) => track.visible && !track.locked)
		.flatMap((track) => track.points.map((_, index) => ({ trackId: track.id, index })));
	if (stops.length === 0) return state;
	const { points, trackIds } = state.selection;
	const at = points
		? stops.findIndex((s) => s.trackId === points.trackId && s.index === points.indices[0])
		: stops.findIndex((s) => s.trackId === trackIds[0]) - (direction === 1 ? 1 : 0);
	const start = !points && trackIds.length === 0 ? (direction === 1 ? -1 : 0) : at;
	const next = stops[(start + direction + stops.length) % stops.length];
	return next ? { ...state, selection: selectPoints(next.trackId, [next.index]) } : state;
}
