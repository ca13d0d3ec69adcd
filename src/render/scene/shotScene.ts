import type { WanDocument } from '#core/document/document.ts';
import { createFrameMapping } from '#core/frame/frameMapping.ts';
import { resolveTracks } from '#core/trajectory/resolveTracks.ts';
import type { Theme } from '../palette.ts';
import { frameScene } from './frameScene.ts';
import { headsScene } from './headsScene.ts';
import { inactiveScene } from './inactiveScene.ts';
import type { Mark } from './mark.ts';
import { numberTracks } from './trackView.ts';
import type { Viewport } from './viewport.ts';

/**
 * The tracks of a shot as a picture or a video of it shows them: nobody works on any of them, and what lies outside the
 * output frame is dimmed.
 * @param share Marks where everything is at this moment of the clip, 0..1; absent: only the paths.
 */
export function shotScene(
	document: WanDocument,
	viewport: Viewport,
	theme: Theme,
	share?: number,
): Mark[] {
	const marks = inactiveScene(numberTracks(document), viewport, theme);
	if (share !== undefined)
		marks.push(...headsScene(resolveTracks(document), share, [], viewport, theme));
	const { image, frame } = document;
	if (!image) return marks;
	const { rect } = createFrameMapping(image, frame);
	if (rect.width === image.width && rect.height === image.height) return marks;
	// Its dimming alone: the brackets lie outside, where the drawing may have ended.
	return [...frameScene(rect, image, viewport, theme).slice(0, 1), ...marks];
}

/** The view that shows just the output frame, a pixel of it on a pixel of the drawing. */
export function frameViewport({ image, frame }: Pick<WanDocument, 'image' | 'frame'>): Viewport {
	const { rect } = createFrameMapping(image ?? frame, frame);
	const scale = frame.width / rect.width;
	return { scale, x: -rect.x * scale, y: -rect.y * scale };
}
