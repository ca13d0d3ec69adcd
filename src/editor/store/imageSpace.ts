import type { OutputFrame, WanDocument } from '#core/document/document.ts';
import { createFrameMapping } from '#core/frame/frameMapping.ts';
import type { Rect } from '#core/geometry/point.ts';
import type { Size } from '#render/scene/viewport.ts';

/** Size of image space; without a picture the output frame stands in for one. */
export const imageSizeOf = ({ image, frame }: WanDocument): Size => image ?? frame;

const known = new WeakMap<OutputFrame, { readonly image: unknown; readonly rect: Rect }>();

/** What the output frame shows, image px; remembered while frame and picture stay, since every pointer move asks. */
export function frameRectOf(document: WanDocument): Rect {
	const { image, frame } = document;
	const found = known.get(frame);
	if (found && found.image === image) return found.rect;
	const { rect } = createFrameMapping(imageSizeOf(document), frame);
	known.set(frame, { image, rect });
	return rect;
}
