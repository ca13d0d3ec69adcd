import { fail, ok, type Result } from '#core/result.ts';
import type { EncodedVideo } from '../media.ts';
import { draftBitrate, type EncodeError, type VideoSpec } from '../video/codecs.ts';
import type { EncodeOptions, FramePicture } from './encodeVideo.ts';
import { retimeVideo } from './retimeVideo.ts';

const types = [
	'video/webm;codecs=vp9',
	'video/webm;codecs=vp8',
	'video/webm',
	'video/mp4',
] as const;
/** Ms between two frames: as fast as they are shown, then slower, since a busy encoder leaves frames out. */
const paces = [60, 150, 400] as const;
const firstFrameMs = 200;

/**
 * Encodes frames as `encodeVideo` does, where there are no WebCodecs: on plain-http pages. The browser's recorder writes
 * them in real time; then each gets its exact time, k/fps. All frames are there, or it is tried again more slowly.
 * In a page only, and while it is in sight: a hidden canvas is not recorded.
 * @returns `unsupported` where the browser records no canvas, or keeps leaving frames out.
 * @throws as `encodeVideo`.
 */
export async function encodeByMediaRecorder(
	spec: VideoSpec,
	drawFrame: (frame: number) => FramePicture | Promise<FramePicture>,
	{ signal, onProgress }: Pick<EncodeOptions, 'signal' | 'onProgress'> = {},
): Promise<Result<EncodedVideo, EncodeError>> {
	signal?.throwIfAborted();
	const type =
		typeof MediaRecorder === 'undefined'
			? undefined
			: types.find((name) => MediaRecorder.isTypeSupported(name));
	if (type === undefined) return fail({ kind: 'unsupported', what: 'video recording' });
	for (const pace of paces) {
		const recorded = await record(spec, drawFrame, type, pace, signal, onProgress);
		const video = await retimeVideo(recorded, spec);
		signal?.throwIfAborted();
		if (video) return ok(video);
	}
	return fail({ kind: 'unsupported', what: 'video recording without lost frames' });
}

async function record(
	{ width, height, fps, frameCount }: VideoSpec,
	drawFrame: (frame: number) => FramePicture | Promise<FramePicture>,
	mimeType: string,
	paceMs: number,
	signal: AbortSignal | undefined,
	onProgress: ((done: number) => void) | undefined,
): Promise<Uint8Array> {
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	const context = canvas.getContext('2d', { alpha: false });
	if (context === null) throw new Error('the canvas has no context');
	const stream = canvas.captureStream(0);
	const track = stream.getVideoTracks()[0] as CanvasCaptureMediaStreamTrack | undefined;
	if (track === undefined) throw new Error('the canvas has no stream');
	const videoBitsPerSecond = draftBitrate({ width, height, fps, frameCount });
	const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond });
	const parts: Blob[] = [];
	recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
	const stopped = new Promise<void>((resolve) => {
		recorder.addEventListener('stop', () => resolve());
	});
	try {
		for (let frame = 0; frame < frameCount; frame++) {
			const picture = await drawFrame(frame);
			signal?.throwIfAborted();
			if ('rgba' in picture)
				context.putImageData(
					new ImageData(picture.rgba as Uint8ClampedArray<ArrayBuffer>, width, height),
					0,
					0,
				);
			else context.drawImage(picture, 0, 0);
			if (frame === 0) {
				recorder.start();
				await pause(firstFrameMs);
			}
			track.requestFrame();
			await pause(paceMs);
			signal?.throwIfAborted();
			onProgress?.(frame + 1);
		}
	} finally {
		if (recorder.state !== 'inactive') {
			recorder.stop();
			await stopped;
		}
		track.stop();
	}
	return new Uint8Array(await new Blob(parts).arrayBuffer());
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
