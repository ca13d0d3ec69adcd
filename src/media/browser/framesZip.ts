import { stripPng } from '../picture/stripPng.ts';
import { createZipWriter } from '../zip/createZipWriter.ts';
import { frameName } from '../zip/frameName.ts';
import { readFrames } from './readFrames.ts';

export interface FramesZipOptions {
	readonly signal?: AbortSignal;
	/** Frames done so far. */
	readonly onProgress?: (done: number) => void;
}

/**
 * Every frame of a video as a PNG in a ZIP: `frame_0000.png`, `frame_0001.png` ...
 * @throws As `readFrames`.
 */
export async function framesToZip(
	bytes: Uint8Array,
	{ signal, onProgress }: FramesZipOptions = {},
): Promise<Uint8Array> {
	const zip = createZipWriter();
	let canvas: OffscreenCanvas | undefined;
	for await (const { index, frame, width, height } of readFrames(bytes, signal ? { signal } : {})) {
		canvas ??= new OffscreenCanvas(width, height);
		const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
		if (context === null) throw new Error(`no 2d context of ${width} x ${height}`);
		context.drawImage(frame, 0, 0, canvas.width, canvas.height);
		const png = await canvas.convertToBlob({ type: 'image/png' });
		const clean = stripPng(new Uint8Array(await png.arrayBuffer()));
		zip.add(frameName(index), clean, true, Date.now());
		onProgress?.(index + 1);
	}
	return new Uint8Array(await zip.end().arrayBuffer());
}
