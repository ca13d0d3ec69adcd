import type { Track } from '#core/document/document.ts';
import { isStill } from '#core/trajectory/resolveTracks.ts';
import { sampleTrack } from '#core/trajectory/sampleTrack.ts';
import { positionAtShare } from '#core/trajectory/time.ts';
import { type Theme, trackColor } from '../palette.ts';
import type { Mark } from './mark.ts';
import { imageToScreen, type Viewport } from './viewport.ts';

/** Frames that a trail reaches back, and the pieces it fades in. */
const trailFrames = 16;
const alphas = [0.12, 0.25, 0.4, 0.6];

/** Where each track has been in the last 16 frames before a moment: a line that fades behind its head. @param share 0..1. */
export function trailsScene(
	tracks: readonly Track[],
	share: number,
	length: number,
	viewport: Viewport,
	theme: Theme,
): Mark[] {
	const span = length > 1 ? trailFrames / (length - 1) : 1;
	const marks: Mark[] = [];
	for (const track of tracks) {
		if (!track.visible || isStill(track)) continue;
		const samples = sampleTrack(track);
		const line: number[] = [];
		for (let i = 0; i <= trailFrames; i++) {
			const at = Math.max(0, share - span * (1 - i / trailFrames));
			const { x, y } = imageToScreen(viewport, positionAtShare(samples, at));
			line.push(x, y);
		}
		const size = trailFrames / alphas.length;
		alphas.forEach((alpha, piece) => {
			const subpaths = [line.slice(piece * size * 2, (piece + 1) * size * 2 + 2)];
			marks.push(
				{ type: 'path', subpaths, stroke: theme.casing, lineWidth: 9, alpha: alpha / 2 },
				{
					type: 'path',
					subpaths,
					stroke: trackColor(theme, track.color),
					lineWidth: 6,
					alpha,
				},
			);
		});
	}
	return marks;
}
