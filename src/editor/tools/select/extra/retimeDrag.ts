import type { Command } from '#core/document/commands.ts';
import type { Track, WanDocument } from '#core/document/document.ts';
import type { ImagePoint } from '#core/geometry/point.ts';
import { keyAt } from '#core/trajectory/placeAtShare.ts';
import { pointTimes } from '#core/trajectory/pointTimes.ts';
import { nearestOnTrack } from '#core/trajectory/samplePath.ts';
import { clipSeconds, frameToShare, shareToFrame } from '#core/trajectory/time.ts';
import { hoverPlace } from '../../../canvas/hoverPlace.ts';

/** The moment of a dot on a path: when the track is nearest to a place, on a frame. */
export function momentAt({ frame }: WanDocument, track: Track, at: ImagePoint): number {
	const { share } = hoverPlace(track, at, clipSeconds(frame));
	return frameToShare(shareToFrame(share, frame.length), frame.length);
}

/**
 * A dot of the path dragged along it: at its moment the track is where the path is nearest to the pointer, by a new control point
 * with a time key; one that had this frame roves again. Nothing beyond the time keys before and after, and at the ends.
 */
export function retimeDrag(
	{ frame }: WanDocument,
	track: Track,
	share: number,
	to: ImagePoint,
): readonly Command[] {
	const { start, end } = track.timing;
	if (share <= start || share >= end) return [];
	const place = nearestOnTrack(track, to);
	const times = pointTimes(track);
	const last = track.closed ? track.points.length : track.points.length - 1;
	const moment = shareToFrame(share, frame.length);
	const commands: Command[] = [];
	for (let i = 1; i < last; i++) {
		if (track.points[i]?.time === undefined) continue;
		const key = shareToFrame(times[i] ?? 0, frame.length);
		if (key === moment)
			commands.push({ type: 'point/retime', trackId: track.id, index: i, time: null });
		else if (key < moment ? place.segmentIndex < i : place.segmentIndex >= i) return [];
	}
	const point = keyAt(track, place, share);
	return [
		...commands,
		{ type: 'point/insert', trackId: track.id, index: place.segmentIndex + 1, point },
	];
}
