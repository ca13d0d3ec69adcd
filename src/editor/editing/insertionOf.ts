import type { Command } from '#core/document/commands.ts';
import type { ControlPoint, Track } from '#core/document/document.ts';
import { insertOnPath } from '#core/edit/insertOnPath.ts';
import type { ImagePoint } from '#core/geometry/point.ts';

/** A point to be put into a path. */
export interface PathInsertion {
	readonly index: number;
	readonly point: ControlPoint;
	/** Set before the point is in: their indices are those of the path without it. */
	readonly ends: readonly Command[];
}

/** What puts a point on a segment of a track and leaves the shape as it is; see `insertOnPath`. */
export function insertionOf(
	track: Track,
	segmentIndex: number,
	t: number,
	at: ImagePoint,
): PathInsertion {
	const index = segmentIndex + 1;
	const made = insertOnPath(track, segmentIndex, t, at);
	if (!made) return { index, point: { x: at.x, y: at.y, mode: 'smooth' }, ends: [] };
	const after = index < track.points.length ? index : 0;
	const trackId = track.id;
	return {
		index,
		point: made.point,
		ends: [
			{ type: 'point/put', trackId, index: segmentIndex, point: made.from },
			{ type: 'point/put', trackId, index: after, point: made.to },
		],
	};
}
