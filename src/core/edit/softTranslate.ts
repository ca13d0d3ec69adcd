import type { Track } from '../document/document.ts';

/**
 * Moves points and, less and less, their neighbours on the path: the weight falls from 1 to 0 at `radius` image px
 * from the nearest moved point, as (1 + cos) / 2.
 */
export function softTranslate(
	track: Track,
	indices: readonly number[],
	dx: number,
	dy: number,
	radius: number,
): Track {
	const moved = indices.flatMap((i) => track.points[i] ?? []);
	const points = track.points.map((point, i) => {
		const distance = indices.includes(i)
			? 0
			: Math.min(...moved.map((p) => Math.hypot(p.x - point.x, p.y - point.y)));
		if (distance >= radius && distance > 0) return point;
		const weight = distance === 0 ? 1 : (1 + Math.cos((Math.PI * distance) / radius)) / 2;
		return { ...point, x: point.x + dx * weight, y: point.y + dy * weight };
	});
	return { ...track, points };
}
