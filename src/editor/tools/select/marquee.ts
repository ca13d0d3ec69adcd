import type { Track, WanDocument } from '#core/document/document.ts';
import type { ImagePoint, Rect } from '#core/geometry/point.ts';
import { flattenTrack } from '#core/trajectory/samplePath.ts';
import { boundsOf } from '../../hit-test/hitTest.ts';
import { type Selection, selectPoints, selectTracks } from '../../store/selection.ts';

/**
 * What a drag rectangle selects: the tracks whose path it touches; of a single track that it holds in part, the control points inside.
 * Hidden and locked tracks are never selected. @param base A selection to add to.
 */
export function marqueeSelection(document: WanDocument, rect: Rect, base: Selection): Selection {
	const touched = document.tracks.filter(
		(track) => track.visible && !track.locked && touches(track, rect),
	);
	const only = touched[0];
	const isAlone = touched.length === 1 && base.trackIds.every((id) => id === only?.id);
	if (only && isAlone && only.kind === 'path') {
		const inside = only.points.flatMap((point, index) => (contains(rect, point) ? [index] : []));
		if (inside.length > 0 && inside.length < only.points.length)
			return selectPoints(only.id, union(base.points?.indices ?? [], inside));
	}
	return touched.length === 0 && base.points
		? base
		: selectTracks(
				union(
					base.trackIds,
					touched.map((track) => track.id),
				),
			);
}

/** The rectangle between two corners. */
export const rectBetween = (a: ImagePoint, b: ImagePoint): Rect => ({
	x: Math.min(a.x, b.x),
	y: Math.min(a.y, b.y),
	width: Math.abs(a.x - b.x),
	height: Math.abs(a.y - b.y),
});

const union = <T>(a: readonly T[], b: readonly T[]): readonly T[] => [...new Set([...a, ...b])];

const contains = (rect: Rect, point: ImagePoint): boolean =>
	point.x >= rect.x &&
	point.y >= rect.y &&
	point.x <= rect.x + rect.width &&
	point.y <= rect.y + rect.height;

/** Whether the path crosses or lies in the rectangle. */
function touches(track: Track, rect: Rect): boolean {
	const [left, top, right, bottom] = boundsOf(track);
	const isFar =
		right < rect.x || bottom < rect.y || left > rect.x + rect.width || top > rect.y + rect.height;
	if (isFar) return false;
	const line = flattenTrack(track);
	if (line.length < 4) return true;
	for (let i = 0; i + 3 < line.length; i += 2)
		if (
			crosses(
				rect,
				line[i] as number,
				line[i + 1] as number,
				line[i + 2] as number,
				line[i + 3] as number,
			)
		)
			return true;
	return false;
}

/** Whether a straight line meets the rectangle (Liang and Barsky 1984). */
function crosses(rect: Rect, x0: number, y0: number, x1: number, y1: number): boolean {
	let from = 0;
	let to = 1;
	const clip = (p: number, q: number): boolean => {
		if (p === 0) return q >= 0;
		const r = q / p;
		if (p < 0) from = Math.max(from, r);
		else to = Math.min(to, r);
		return from <= to;
	};
	const dx = x1 - x0;
	const dy = y1 - y0;
	return (
		clip(-dx, x0 - rect.x) &&
		clip(dx, rect.x + rect.width - x0) &&
		clip(-dy, y0 - rect.y) &&
		clip(dy, rect.y + rect.height - y0)
	);
}
