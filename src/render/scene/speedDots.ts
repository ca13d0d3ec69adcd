import type { Track } from '#core/document/document.ts';
import { sampleTrack } from '#core/trajectory/sampleTrack.ts';
import { frameToShare, positionAtShare } from '#core/trajectory/time.ts';
import type { Mark } from './mark.ts';
import { imageToScreen, type Viewport } from './viewport.ts';

/** Slow to fast, readable without the hue: each is lighter than the one before (cividis, Nunez et al. 2018, five steps). */
const colors = ['#00224e', '#434e6c', '#7d7c78', '#bcaf6f', '#fee838'];

/** A dot for each frame, coloured by its speed between the path's own slowest and fastest; at one speed the middle colour. */
export function speedDots(track: Track, length: number, viewport: Viewport): Mark[] {
	const samples = sampleTrack(track);
	const places = Array.from({ length }, (_, frame) =>
		positionAtShare(samples, frameToShare(frame, length)),
	);
	const speeds = places.slice(1).map((p, i) => {
		const before = places[i] ?? p;
		return Math.hypot(p.x - before.x, p.y - before.y);
	});
	const slowest = Math.min(...speeds);
	const range = Math.max(...speeds) - slowest;
	const batches = colors.map((): number[] => []);
	speeds.forEach((speed, i) => {
		const place = places[i];
		if (!place || speed < 1e-9) return;
		const at = imageToScreen(viewport, place);
		const part = range > 0.02 * slowest + 1e-9 ? (speed - slowest) / range : 0.5;
		batches[Math.min(4, Math.floor(part * 5))]?.push(at.x, at.y);
	});
	return batches.flatMap((centers, i): Mark[] =>
		centers.length === 0
			? []
			: [
					{ type: 'discs', centers, radius: 4, fill: 'rgb(255 255 255 / .9)' },
					{ type: 'discs', centers, radius: 3, fill: colors[i] ?? '#7d7c78' },
				],
	);
}
