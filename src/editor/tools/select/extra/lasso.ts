import type { WanDocument } from '#core/document/document.ts';
import type { ImagePoint } from '#core/geometry/point.ts';
import { flattenTrack } from '#core/trajectory/samplePath.ts';
import { type Selection, selectPoints, selectTracks } from '../../../store/selection.ts';

/**
 * What a lasso selects, as a marquee does: the tracks of which a part lies inside; of a single path that is inside in
 * part, the control points inside. Hidden and locked tracks are never selected. @param base A selection to add to.
 */
export function lassoSelection(
	document: WanDocument,
	line: readonly ImagePoint[],
	base: Selection,
): Selection {
	const touched = document.tracks.filter((track) => {
		if (!track.visible || track.locked) return false;
		const path = flattenTrack(track);
		for (let i = 0; i + 1 < path.length; i += 2)
			if (isInside(line, path[i] as number, path[i + 1] as number)) return true;
		return false;
	});
	const only = touched[0];
	if (
		only?.kind === 'path' &&
		touched.length === 1 &&
		base.trackIds.every((id) => id === only.id)
	) {
		const inside = only.points.flatMap((p, i) => (isInside(line, p.x, p.y) ? [i] : []));
		if (inside.length > 0 && inside.length < only.points.length)
			return selectPoints(only.id, [...new Set([...(base.points?.indices ?? []), ...inside])]);
	}
	return selectTracks([...new Set([...base.trackIds, ...touched.map((track) => track.id)])]);
}

/** Even-odd rule. */
function isInside(line: readonly ImagePoint[], x: number, y: number): boolean {
	let inside = false;
	let before = line.at(-1);
	for (const point of line) {
		if (
			before &&
			point.y > y !== before.y > y &&
			x < ((before.x - point.x) * (y - point.y)) / (before.y - point.y) + point.x
		)
			inside = !inside;
		before = point;
	}
	return inside;
}
