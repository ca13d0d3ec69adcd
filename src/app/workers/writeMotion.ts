/// <reference lib="webworker" />
import { ok, type Result } from '#core/result.ts';
import type { ExportWork } from '#draft/draftWork.ts';
import { framePositions } from '#draft/framePositions.ts';
import {
	renderDots,
	renderKnown,
	renderMoverMask,
	renderUnknownMask,
} from '#draft/guides/guideFrames.ts';
import { prepareDraft } from '#draft/prepareDraft.ts';
import { createDraftPainter, type PaintedFrame } from '#draft/webgl/createDraftPainter.ts';
import { encodeFrames } from '#media/browser/encodeFrames.ts';
import type { EncodedVideo } from '#media/media.ts';
import type { EncodeError } from '#media/video/codecs.ts';
import { zipFiles } from '#media/zip/zipFiles.ts';

type Written = Result<EncodedVideo, EncodeError>;
type Draw = (frame: number) => PaintedFrame | Promise<PaintedFrame>;

export interface MotionHooks {
	/** Frames written so far, of `total`. */
	onProgress(done: number, total: number): void;
	/** The marks over a frame. */
	marksAt(frame: number): Promise<ImageBitmap>;
}

/** Writes the motion of a shot as the wanted file. */
export async function writeMotion(work: ExportWork, hooks: MotionHooks): Promise<Written> {
	const { picture, samples, fps, ...options } = work.request;
	const { width, height } = picture;
	const { frameCount } = options;
	const spec = { width, height, fps, frameCount };
	const scene = prepareDraft(picture, samples, options);
	const buffer = new Uint8ClampedArray(width * height * 4);
	const pixels =
		(draw: (frame: number, out: Uint8ClampedArray) => void): Draw =>
		(frame) => {
			draw(frame, buffer);
			return { width, height, rgba: buffer };
		};
	/** One after the other; their progress goes on from one to the next. */
	const videos = async (
		...draws: readonly Draw[]
	): Promise<Result<EncodedVideo[], EncodeError>> => {
		const made: EncodedVideo[] = [];
		for (const [i, draw] of draws.entries()) {
			const video = await encodeFrames(spec, draw, 'mp4', {
				onProgress: (done) => hooks.onProgress(i * frameCount + done, draws.length * frameCount),
			});
			if (!video.ok) return video;
			made.push(video.value);
		}
		return ok(made);
	};
	const zipped = (files: Readonly<Record<string, Uint8Array | string>>): Written => {
		const bytes = zipFiles(Object.entries(files).map(([name, content]) => ({ name, content })));
		return ok({ bytes, mediaType: 'application/zip', extension: 'zip', ...spec });
	};
	const about = { 'first_frame.png': work.firstFrame, 'prompt.txt': work.prompt };
	const { what } = work;
	const progress = { onProgress: (done: number) => hooks.onProgress(done, frameCount) };

	if (what.kind === 'funControl') {
		const paths = samples.map((track) => framePositions(track, frameCount));
		const dots = pixels((frame, out) => renderDots(spec, paths, frame, out));
		return encodeFrames(spec, dots, 'mp4', progress);
	}
	const still = { width, height, rgba: scene.source };
	const painter = createDraftPainter(scene);
	try {
		if (what.kind === 'draft')
			return await encodeFrames(spec, painter.paint, what.format, progress);
		if (what.kind === 'tracks') {
			const base: Draw = what.over === 'draft' ? painter.paint : () => still;
			return await encodeFrames(spec, withMarks(spec, base, hooks.marksAt), what.format, progress);
		}
		if (what.kind === 'timeToMove') {
			const made = await videos(
				painter.paint,
				pixels((frame, out) => renderMoverMask(scene, frame, out)),
			);
			if (!made.ok) return made;
			const [signal, mask] = made.value as [EncodedVideo, EncodedVideo];
			return zipped({ ...about, 'motion_signal.mp4': signal.bytes, 'mask.mp4': mask.bytes });
		}
		const made = await videos(
			pixels((frame, out) => renderKnown(scene, frame, out)),
			pixels((frame, out) => renderUnknownMask(scene, frame, out)),
		);
		if (!made.ok) return made;
		const [control, mask] = made.value as [EncodedVideo, EncodedVideo];
		return zipped({ ...about, 'control.mp4': control.bytes, 'mask.mp4': mask.bytes });
	} finally {
		painter.dispose();
	}
}

/** Lays the marks over each frame. */
function withMarks(
	{ width, height }: { readonly width: number; readonly height: number },
	base: Draw,
	marksAt: MotionHooks['marksAt'],
): Draw {
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d', { alpha: false });
	if (context === null) throw new Error(`no 2d context of ${width} x ${height}`);
	return async (frame) => {
		const marks = await marksAt(frame);
		const below = await base(frame);
		if ('rgba' in below) {
			const rgba = below.rgba as Uint8ClampedArray<ArrayBuffer>;
			context.putImageData(new ImageData(rgba, width, height), 0, 0);
		} else context.drawImage(below, 0, 0);
		context.drawImage(marks, 0, 0);
		marks.close();
		return canvas;
	};
}
