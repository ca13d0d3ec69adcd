import type { Track } from '#core/document/document.ts';
import type { ImagePoint } from '#core/geometry/point.ts';
import { sampleTrack } from '#core/trajectory/sampleTrack.ts';
import { positionAtShare } from '#core/trajectory/time.ts';

export interface HoverPlace {
	/** Moment of the clip, 0..1, at which the track is there. */
	readonly share: number;
	readonly point: ImagePoint;
	/** Image px a second. */
	readonly speed: number;
}

/**
 * When a track is nearest to a place, from its own samples: where it passes twice, the earlier moment.
 * @param seconds Of the clip, above 0. Cost: O(samples).
 */
export function hoverPlace(track: Track, at: ImagePoint, seconds: number): HoverPlace {
	const samples = sampleTrack(track);
	const last = samples.length / 2 - 1;
	let best = Number.POSITIVE_INFINITY;
	let share = 0;
	for (let i = 0; i < last; i++) {
		const x = samples[2 * i] as number;
		const y = samples[2 * i + 1] as number;
		const dx = (samples[2 * i + 2] as number) - x;
		const dy = (samples[2 * i + 3] as number) - y;
		const square = dx * dx + dy * dy;
		const t =
			square > 0 ? Math.min(1, Math.max(0, ((at.x - x) * dx + (at.y - y) * dy) / square)) : 0;
		const distance = Math.hypot(x + t * dx - at.x, y + t * dy - at.y);
		if (distance >= best - 1e-9) continue;
		best = distance;
		share = (i + t) / last;
	}
	const half = 0.5 / last;
	const a = positionAtShare(samples, share - half);
	const b = positionAtShare(samples, share + half);
	const span = Math.min(1, share + half) - Math.max(0, share - half);
	const speed = Math.hypot(b.x - a.x, b.y - a.y) / (span * Math.max(1e-9, seconds));
	return { share, point: positionAtShare(samples, share), speed };
}
