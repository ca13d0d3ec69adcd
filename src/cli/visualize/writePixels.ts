import { ok, type Result } from '#core/result.ts';
import { encodeGif } from '#media/node/encodeGif.ts';
import { encodeVideo } from '#media/node/encodeVideo.ts';
import { loadCanvas } from '#media/node/optionalPackages.ts';
import type { ComposedShot } from '../shot/composeShot.ts';
import { createFramePainter, type FramePainter } from './paintFrames.ts';
import type { DrawingKind } from './runVisualize.ts';
import type { VisualizeFlags } from './visualizeCommand.ts';

/** Pictures across a contact sheet, and the least width of one, px. */
const sheetColumns = 4;
const sheetGap = 6;

/**
 * Draws a shot as PNG, GIF or MP4: a still of the paths, of one frame or of several side by side, or all frames playing.
 * A still without draft, map or sheet shows the whole picture, all else just the output frame.
 */
export async function writePixels(
	shot: ComposedShot,
	kind: Exclude<DrawingKind, 'svg'>,
	flags: VisualizeFlags,
	onProgress: (share: number) => void,
): Promise<Result<Uint8Array, string>> {
	const { draft = false, influence = false, contactSheet, frame } = flags;
	const isStill = kind === 'png' && contactSheet === undefined;
	const painter = await createFramePainter(shot, {
		draft,
		influence,
		frameOnly: draft || influence || !isStill,
	});
	const { length: frameCount, fps } = shot.document.frame;
	if (isStill) return ok(await painter.paint(frame ?? null).encode('png'));
	if (kind === 'png') return contactSheetOf(painter, frameCount, contactSheet ?? 1, onProgress);
	const { width, height } = painter;
	const readFrame = (index: number): Uint8ClampedArray => {
		const { data } = painter.paint(index).getContext('2d').getImageData(0, 0, width, height);
		onProgress((index + 1) / frameCount);
		return data;
	};
	const spec = { width, height, fps, frameCount };
	const made =
		kind === 'gif'
			? await encodeGif(spec, readFrame)
			: await encodeVideo({ ...spec, frame: readFrame });
	return made.ok ? ok(made.value.bytes) : made;
}

/** Moments evenly over the clip, first and last among them, in reading order. */
async function contactSheetOf(
	painter: FramePainter,
	frameCount: number,
	wanted: number,
	onProgress: (share: number) => void,
): Promise<Result<Uint8Array, string>> {
	const canvas = await loadCanvas();
	if (!canvas.ok) return canvas;
	const count = Math.max(1, Math.min(wanted, frameCount));
	const columns = Math.min(sheetColumns, count);
	const rows = Math.ceil(count / columns);
	const width = Math.round(painter.width / 2);
	const height = Math.round(painter.height / 2);
	const sheet = canvas.value.createCanvas(
		columns * (width + sheetGap) - sheetGap,
		rows * (height + sheetGap) - sheetGap,
	);
	const context = sheet.getContext('2d');
	context.fillStyle = '#16181c';
	context.fillRect(0, 0, sheet.width, sheet.height);
	context.imageSmoothingQuality = 'high';
	for (let i = 0; i < count; i++) {
		const frame = count === 1 ? 0 : Math.round((i * (frameCount - 1)) / (count - 1));
		const x = (i % columns) * (width + sheetGap);
		const y = Math.floor(i / columns) * (height + sheetGap);
		context.drawImage(painter.paint(frame), x, y, width, height);
		onProgress((i + 1) / count);
	}
	return ok(await sheet.encode('png'));
}
