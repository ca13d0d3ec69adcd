import { animationFrames } from '#media/browser/animationFrames.ts';
import { decodeFrames } from '#media/browser/videoFrames.ts';
import { mediaTypes, sniffFile } from '#media/picture/sniffFile.ts';

/**
 * A frame of a clip in all its pixels, as a PNG; undefined when there is none.
 * @param seconds Its time, or any until the next one's.
 * @throws When the file cannot be decoded.
 */
export async function takeFrame(file: Blob, seconds: number): Promise<Blob | undefined> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	const kind = sniffFile(bytes);
	if (kind.kind === 'picture') {
		for await (const shown of animationFrames(bytes, mediaTypes[kind.format]))
			if (shown.timestamp + shown.seconds > seconds)
				return toPng(shown.width, shown.height, (context) =>
					context.drawImage(shown.frame, 0, 0, shown.width, shown.height),
				);
		return undefined;
	}
	for await (const { width, height, draw } of decodeFrames(bytes, { startSeconds: seconds }))
		return toPng(width, height, (context) => draw(context, width, height));
	return undefined;
}

function toPng(
	width: number,
	height: number,
	draw: (context: OffscreenCanvasRenderingContext2D) => void,
): Promise<Blob> {
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d', { alpha: false });
	if (context === null) throw new Error(`no 2d context of ${width} x ${height}`);
	draw(context);
	return canvas.convertToBlob({ type: 'image/png' });
}
