import { type LumaPicture, lumaSize, toLumaPicture } from '#core/pins/lumaPicture.ts';
import type { Picture } from '../canvas/paintPicture.ts';

const known = new WeakMap<Picture, LumaPicture>();

/**
 * Brightness of the start image, 832 px on its longer side at most. Remembered with the picture.
 * @returns undefined when the browser gives no pixels (a closed bitmap, fingerprinting guards). Cost: about 10 ms once.
 */
export function lumaOf(picture: Picture): LumaPicture | undefined {
	const found = known.get(picture);
	if (found) return found;
	if (picture.width === 0 || picture.height === 0) return undefined;
	const { width, height } = lumaSize(picture);
	const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
	if (!context) return undefined;
	try {
		context.imageSmoothingQuality = 'medium';
		context.drawImage(picture, 0, 0, width, height);
		const luma = toLumaPicture(context.getImageData(0, 0, width, height).data, width, height);
		known.set(picture, luma);
		return luma;
	} catch {
		return undefined;
	}
}
