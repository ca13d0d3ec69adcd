import { stripPng } from '../picture/stripPng.ts';
import { readFrames } from './readFrames.ts';

/**
 * The last frame of a video, every pixel as it is decoded, as a PNG without metadata.
 * @throws As `readFrames`; {Error} when it has no frame.
 */
export async function lastFrame(bytes: Uint8Array): Promise<Uint8Array> {
	let canvas: OffscreenCanvas | undefined;
	// How many there are is known at the end only: each is drawn over the one before.
	for await (const { frame, width, height } of readFrames(bytes)) {
		canvas ??= new OffscreenCanvas(width, height);
		const context = canvas.getContext('2d', { alpha: false });
		if (context === null) throw new Error(`no 2d context of ${width} x ${height}`);
		context.drawImage(frame, 0, 0, canvas.width, canvas.height);
	}
	if (!canvas) throw new Error(`no frame in ${bytes.length} bytes`);
	const png = await canvas.convertToBlob({ type: 'image/png' });
	return stripPng(new Uint8Array(await png.arrayBuffer()));
}
