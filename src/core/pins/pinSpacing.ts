import type { WanDocument } from '../document/document.ts';
import { createFrameMapping } from '../frame/frameMapping.ts';

/** Between two pins at 480p, frame pixels: nearer ones add up in the model. */
export const pinSpacingPx = 30;

/** The frame's short side as a multiple of 480: distances given for 480p grow with it. */
export const scaleOf = ({ frame }: Pick<WanDocument, 'frame'>): number =>
	Math.min(frame.width, frame.height) / 480;

/** The least distance between two pins, image pixels. */
export function pinSpacing(document: WanDocument): number {
	const { image, frame } = document;
	const { rect } = createFrameMapping(image ?? frame, frame);
	return pinSpacingPx * scaleOf(document) * (rect.width / frame.width);
}
