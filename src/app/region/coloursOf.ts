import { lumaSize } from '#core/pins/lumaPicture.ts';
import type { ColourPicture } from '#core/region/colourCells.ts';
import type { Picture } from '#editor/canvas/paintPicture.ts';

/**
 * Pixels of the start image, 832 on its longer side at most.
 * @returns undefined when the browser gives none (a closed bitmap, fingerprinting guards). Cost: about 10 ms.
 */
export function coloursOf(picture: Picture): ColourPicture | undefined {
	if (picture.width === 0 || picture.height === 0) return undefined;
	const { width, height } = lumaSize(picture);
	const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
	if (!context) return undefined;
	try {
		context.imageSmoothingQuality = 'medium';
		context.drawImage(picture, 0, 0, width, height);
		return { width, height, rgba: context.getImageData(0, 0, width, height).data };
	} catch {
		return undefined;
	}
}
