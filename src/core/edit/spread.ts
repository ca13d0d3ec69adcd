import type { Track } from '../document/document.ts';

/**
 * Where parallel copies of a path lie: shifts at right angles to the way from its first to its last point (or to the
 * right, where it has no direction), 1 gap to one side, 1 to the other, 2, 2, ... Image px.
 * @param count Paths in all, the one there is among them.
 */
export function spreadOffsets(
	track: Track,
	count: number,
	gap: number,
): readonly { readonly dx: number; readonly dy: number }[] {
	const first = track.points[0];
	const last = track.points.at(-1);
	const dx = first && last ? last.x - first.x : 0;
	const dy = first && last ? last.y - first.y : 0;
	const length = Math.hypot(dx, dy);
	const normal =
		length > 1e-6 && !track.closed ? { x: -dy / length, y: dx / length } : { x: 1, y: 0 };
	return Array.from({ length: Math.max(0, count - 1) }, (_, i) => {
		const by = (Math.floor(i / 2) + 1) * (i % 2 === 0 ? gap : -gap);
		return { dx: normal.x * by, dy: normal.y * by };
	});
}
