import { fail, ok, type Result } from '#core/result.ts';
import { loadCanvas } from './optionalPackages.ts';

/** Straight-alpha sRGB pixels, row by row from the top left. */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	/** width x height x 4. */
	readonly rgba: Uint8ClampedArray;
}

/**
 * The pixels of a PNG, JPEG, WEBP, GIF (first frame) or AVIF file, EXIF orientation applied.
 * @returns A plain sentence when the bytes are no picture or `@napi-rs/canvas` is absent.
 */
export async function decodePicture(bytes: Uint8Array): Promise<Result<Pixels, string>> {
	const canvas = await loadCanvas();
	if (!canvas.ok) return canvas;
	try {
		const image = await canvas.value.loadImage(bytes);
		const { width, height } = image;
		if (width < 1 || height < 1) return fail('the picture has no pixels');
		const context = canvas.value.createCanvas(width, height).getContext('2d');
		context.drawImage(image, 0, 0);
		return ok({ width, height, rgba: context.getImageData(0, 0, width, height).data });
	} catch (error) {
		return fail(error instanceof Error ? error.message : String(error));
	}
}

/**
 * Encodes pixels as a JPEG, PNG or WEBP file.
 * @param quality 1..100, not of PNG; ComfyUI's previews use 95.
 */
export async function encodePicture(
	pixels: Pixels,
	format: 'jpeg' | 'png' | 'webp',
	quality = 95,
): Promise<Result<Uint8Array, string>> {
	const canvas = await loadCanvas();
	if (!canvas.ok) return canvas;
	const surface = canvas.value.createCanvas(pixels.width, pixels.height);
	const data = new canvas.value.ImageData(
		new Uint8ClampedArray(pixels.rgba),
		pixels.width,
		pixels.height,
	);
	surface.getContext('2d').putImageData(data, 0, 0);
	if (format === 'png') return ok(await surface.encode('png'));
	if (format === 'webp') return ok(await surface.encode('webp', quality));
	return ok(await surface.encode('jpeg', quality));
}
