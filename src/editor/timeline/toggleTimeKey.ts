import type { Command } from '#core/document/commands.ts';
import type { Track } from '#core/document/document.ts';
import { keyAt, placeAtShare } from '#core/trajectory/placeAtShare.ts';
import { pointTimes } from '#core/trajectory/pointTimes.ts';
import { frameToShare, shareToFrame } from '#core/trajectory/time.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { selectPoints } from '../store/selection.ts';

/**
 * A time key on the selected control points, where the track passes them now, on a frame; when all have one, none any more.
 * With a path selected and no point of it: a new control point with a key where the track is at the playhead.
 * @returns false when there is nothing to key: the ends of a path always have their times.
 */
export function toggleTimeKey(store: EditorStore): boolean {
	const { selection, history } = store.getState();
	const { points: chosen } = selection;
	const id = chosen?.trackId ?? (selection.trackIds.length === 1 ? selection.trackIds[0] : null);
	const track = history.present.tracks.find((t) => t.id === id);
	if (!track || track.locked || track.kind === 'pin') return false;
	if (!chosen) return keyAtPlayhead(store, track);
	const inner = chosen.indices.filter((i) => isInner(track, i));
	if (inner.length === 0) return false;
	const isKeyed = inner.every((i) => track.points[i]?.time !== undefined);
	const times = pointTimes(track);
	const { length } = history.present.frame;
	store.dispatch(
		'setTimeKey',
		inner.map((index) => ({
			type: 'point/retime',
			trackId: track.id,
			index,
			time: isKeyed ? null : onFrame(times[index] ?? 0, length),
		})),
	);
	return true;
}

const isInner = (track: Track, i: number): boolean =>
	i > 0 && (track.closed || i < track.points.length - 1);

const onFrame = (share: number, length: number): number =>
	frameToShare(shareToFrame(share, length), length);

function keyAtPlayhead(store: EditorStore, track: Track): boolean {
	const { playhead, history } = store.getState();
	const { length } = history.present.frame;
	const share = onFrame(playhead, length);
	const { start, end } = track.timing;
	if (track.points.length < 2 || share <= start || share >= end) return false;
	const times = pointTimes(track);
	// A point that is passed within half a frame is meant itself.
	const near = track.points.findIndex(
		(_, i) =>
			isInner(track, i) && shareToFrame(times[i] ?? 0, length) === shareToFrame(share, length),
	);
	if (near >= 0) {
		store.select(selectPoints(track.id, [near]));
		return toggleTimeKey(store);
	}
	const place = placeAtShare(track, share);
	const index = place.segmentIndex + 1;
	const insert: Command = {
		type: 'point/insert',
		trackId: track.id,
		index,
		point: keyAt(track, place, share),
	};
	store.dispatch('setTimeKey', [insert]);
	store.select(selectPoints(track.id, [index]));
	return true;
}
