import type { Track } from '#core/document/document.ts';
import { numberTracks, type TrackView } from '#render/scene/trackView.ts';
import type { EditorState } from '../store/editorState.ts';
import { innerPoints, pointShares } from './pointShares.ts';

/** What the timeline shows of a track. */
export interface Row
	extends Pick<Track, 'id' | 'name' | 'color' | 'kind' | 'visible' | 'locked' | 'timing'> {
	readonly number: number;
	readonly pointCount: number;
	/** When the path passes its inner control points; as they were while points are moved. */
	readonly shares: readonly number[];
	/** Which of them have a time key. */
	readonly keyed: readonly boolean[];
}

/**
 * Rows of the document's tracks. A row keeps its identity while what it shows stays the same, and so does the list:
 * dragging a point on the canvas changes no row. Cost: O(tracks) when the history changed, otherwise nothing.
 */
export function createTrackRows(): (state: EditorState) => readonly Row[] {
	let known = new Map<string, { readonly view: TrackView; readonly row: Row; settled: boolean }>();
	let history: unknown = null;
	let list: readonly Row[] = [];
	return (state) => {
		if (state.history === history) return list;
		history = state.history;
		const settled = state.history.gesture === null;
		const next: typeof known = new Map();
		for (const view of numberTracks(state.history.present)) {
			const before = known.get(view.track.id);
			const isSame =
				before?.view.track === view.track &&
				before.view.number === view.number &&
				(before.settled || !settled);
			const entry = isSame ? before : { view, settled, row: rowOf(view, settled, before?.row) };
			next.set(view.track.id, entry);
		}
		known = next;
		const rows = [...next.values()].map((entry) => entry.row);
		const isSameList = rows.length === list.length && rows.every((row, i) => row === list[i]);
		if (!isSameList) list = rows;
		return list;
	};
}

function rowOf({ track, number }: TrackView, settled: boolean, before: Row | undefined): Row {
	const { id, name, color, kind, visible, locked, timing, points } = track;
	const isMoved = settled || !before || before.timing !== timing || isRetimed(before, track);
	const shares = isMoved ? pointShares(track) : before.shares;
	const keyed = innerPoints(track).map((point) => point.time !== undefined);
	const row: Row = {
		id,
		name,
		color,
		kind,
		visible,
		locked,
		timing,
		number,
		pointCount: points.length,
		shares: before && isEqual(before.shares, shares) ? before.shares : shares,
		keyed: before && isEqual(before.keyed, keyed) ? before.keyed : keyed,
	};
	const keys = Object.keys(row) as (keyof Row)[];
	return before && keys.every((key) => Object.is(before[key], row[key])) ? before : row;
}

/** A drag of a time key shows at once; a drag of a point's place only when it is done. */
const isRetimed = (before: Row, track: Track): boolean =>
	innerPoints(track).some(
		({ time }, i) =>
			(time !== undefined) !== before.keyed[i] || (time !== undefined && time !== before.shares[i]),
	);

const isEqual = <T>(a: readonly T[], b: readonly T[]): boolean =>
	a.length === b.length && a.every((value, i) => value === b[i]);
