import type { Track } from '#core/document/document.ts';
import { sampleTrack } from '#core/trajectory/sampleTrack.ts';
import { frameToShare, positionAtShare } from '#core/trajectory/time.ts';
import type { Theme } from '../palette.ts';
import type { Mark } from './mark.ts';
import { imageToScreen, type Viewport } from './viewport.ts';

/** Screen px below which dots would run together. */
const minGap = 3;

/**
 * One dot a frame, at the track's own samples; whole seconds are larger. Where the mean gap is under 3 px
 * only every 2nd, 4th, 8th ... frame is drawn. The last two frames have none: the arrow stands there.
 */
export function frameDots(
	track: Track,
	clip: { readonly length: number; readonly fps: number },
	viewport: Viewport,
	theme: Theme,
): Mark[] {
	const samples = sampleTrack(track);
	const positions = Array.from({ length: Math.max(0, clip.length - 2) }, (_, frame) =>
		imageToScreen(viewport, positionAtShare(samples, frameToShare(frame, clip.length))),
	);
	const end = imageToScreen(viewport, positionAtShare(samples, 1));
	const step = dotStep(positions);
	const small: number[] = [];
	const large: number[] = [];
	positions.forEach((at, frame) => {
		// Where it holds still after its end stands the arrow.
		if (Math.hypot(at.x - end.x, at.y - end.y) < 1) return;
		const isSecond = Number.isInteger(frame / clip.fps);
		if (isSecond) large.push(at.x, at.y);
		else if (frame % step === 0) small.push(at.x, at.y);
	});
	return [
		{ type: 'discs', centers: small, radius: 1.6, fill: theme.halo },
		{ type: 'discs', centers: large, radius: 3.25, fill: theme.halo },
	];
}

function dotStep(positions: readonly { readonly x: number; readonly y: number }[]): number {
	let travelled = 0;
	let moving = 0;
	for (let i = 1; i < positions.length; i++) {
		const a = positions[i - 1];
		const b = positions[i];
		if (!a || !b) continue;
		const gap = Math.hypot(b.x - a.x, b.y - a.y);
		if (gap < 1e-6) continue;
		travelled += gap;
		moving++;
	}
	let step = 1;
	while (moving > 0 && (travelled / moving) * step < minGap && step < positions.length) step *= 2;
	return step;
}
