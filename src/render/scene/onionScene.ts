import type { Track } from '#core/document/document.ts';
import { isStill } from '#core/trajectory/resolveTracks.ts';
import { sampleTrack } from '#core/trajectory/sampleTrack.ts';
import { positionAtShare } from '#core/trajectory/time.ts';
import { type Theme, trackColor } from '../palette.ts';
import type { Mark } from './mark.ts';
import { imageToScreen, type Viewport } from './viewport.ts';

/** Frames between two ghosts: what a latent step averages, so that slow things show some too. */
const frameStep = 4;
/** Alpha of the nearest ghost, the next, and all others (UI.md: 50, 30, 15 %). */
const alphas = [0.5, 0.3, 0.15];

/**
 * Ghosts of the heads before and after a moment, 4 frames apart; those before are hollow.
 * @param share Moment of the clip, 0..1. @param length Frames of the clip. @param count Ghosts on each side.
 */
export function onionScene(
	tracks: readonly Track[],
	share: number,
	length: number,
	count: number,
	viewport: Viewport,
	theme: Theme,
): Mark[] {
	const marks: Mark[] = [];
	const frame = length > 1 ? frameStep / (length - 1) : 1;
	for (let step = count; step >= 1; step--) {
		const alpha = alphas[Math.min(step, alphas.length) - 1] ?? 0.15;
		for (const side of [-1, 1]) {
			const at = share + side * step * frame;
			if (at < 0 || at > 1) continue;
			for (const track of tracks) {
				if (!track.visible || isStill(track)) continue;
				const { x, y } = imageToScreen(viewport, positionAtShare(sampleTrack(track), at));
				const color = trackColor(theme, track.color);
				const centers = [x, y];
				marks.push(
					{ type: 'discs', centers, radius: 5, stroke: theme.casing, lineWidth: 4, alpha },
					side < 0
						? { type: 'discs', centers, radius: 5, stroke: color, lineWidth: 1.5, alpha }
						: { type: 'discs', centers, radius: 5, fill: color, alpha },
				);
			}
		}
	}
	return marks;
}
