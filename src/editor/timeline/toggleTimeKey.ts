import { pointTimes } from '#core/trajectory/pointTimes.ts';
import { frameToShare, shareToFrame } from '#core/trajectory/time.ts';
import type { EditorStore } from '../store/createEditorStore.ts';

/**
 * A time key on the selected control points, where the track passes them now, on a frame; when all have one, none any more.
 * @returns false when no inner point is selected: the ends of a path always have their times.
 */
export function toggleTimeKey(store: EditorStore): boolean {
	const { selection, history } = store.getState();
	const { points: chosen } = selection;
	const track = history.present.tracks.find((t) => t.id === chosen?.trackId);
	if (!chosen || !track || track.locked || track.kind === 'pin') return false;
	const last = track.points.length - 1;
	const inner = chosen.indices.filter((i) => i > 0 && (track.closed || i < last));
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
			time: isKeyed ? null : frameToShare(shareToFrame(times[index] ?? 0, length), length),
		})),
	);
	return true;
}
