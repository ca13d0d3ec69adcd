import type { WanDocument } from '#core/document/document.ts';
import { createFrameMapping } from '#core/frame/frameMapping.ts';
import type { Rect } from '#core/geometry/point.ts';
import type { Size } from '#render/scene/viewport.ts';

/** Size of image space; without a picture the output frame stands in for one. */
export const imageSizeOf = ({ image, frame }: WanDocument): Size => image ?? frame;

/** What the output frame shows, image px. */
export const frameRectOf = (document: WanDocument): Rect =>
	createFrameMapping(imageSizeOf(document), document.frame).rect;
