import { stripPng } from '../picture/stripPng.ts';
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
	const { Zip, ZipPassThrough } = await import('fflate');
	const parts: Uint8Array[] = [];
	let failure: Error | null = null;
	const zip = new Zip((error, part) => {
		if (error) failure = error;
		else parts.push(part);
	});
	let canvas: OffscreenCanvas | undefined;
	for await (const { index, frame, width, height } of readFrames(bytes, signal ? { signal } : {})) {
		canvas ??= new OffscreenCanvas(width, height);
		const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
		if (context === null) throw new Error(`no 2d context of ${width} x ${height}`);
		context.drawImage(frame, 0, 0, canvas.width, canvas.height);
		const png = await canvas.convertToBlob({ type: 'image/png' });
		// PNG is packed already.
		const entry = new ZipPassThrough(frameName(index));
		zip.add(entry);
		entry.push(stripPng(new Uint8Array(await png.arrayBuffer())), true);
		onProgress?.(index + 1);
	}
	zip.end();
	if (failure !== null) throw failure;
	return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		out.set(part, at);
		at += part.length;
	}
	return out;
}
