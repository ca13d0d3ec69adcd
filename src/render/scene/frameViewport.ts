import type { WanDocument } from '#core/document/document.ts';
import { createFrameMapping } from '#core/frame/frameMapping.ts';
import type { Viewport } from './viewport.ts';

/** The view that shows just the output frame, a pixel of it on a pixel of the drawing. */
export function frameViewport({ image, frame }: Pick<WanDocument, 'image' | 'frame'>): Viewport {
	const { rect } = createFrameMapping(image ?? frame, frame);
	const scale = frame.width / rect.width;
	return { scale, x: -rect.x * scale, y: -rect.y * scale };
}
