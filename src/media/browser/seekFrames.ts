import { withVideoTrack } from './openVideo.ts';
import type { DecodeOptions } from './videoFrames.ts';

/** A frame on show in a video element: draw it before the next is asked for. */
export interface SoughtFrame {
	readonly index: number;
	readonly frame: HTMLVideoElement;
	/** Pixels as shown. */
	readonly width: number;
	readonly height: number;
}

/**
 * Every frame of a video where there are no WebCodecs (plain-http pages): the times are read from its index, and a video
 * element is put to each. In a page only; much slower than decoding.
 * @throws {Error} when it is no video or this browser does not play it; the signal's reason when aborted.
 */
export async function* seekFrames(
	bytes: Uint8Array,
	{ signal }: DecodeOptions = {},
): AsyncGenerator<SoughtFrame, void, void> {
	signal?.throwIfAborted();
	const times = await timesOf(bytes);
	const url = URL.createObjectURL(new Blob([bytes as BlobPart]));
	const video = document.createElement('video');
	video.muted = true;
	video.preload = 'auto';
	try {
		await when(video, 'loadeddata', signal, () => {
			video.src = url;
		});
		for (const [index, seconds] of times.entries()) {
			const shown = nextShown(video);
			await when(video, 'seeked', signal, () => {
				video.currentTime = seconds;
			});
			// A frame that is sought is not on show at once.
			await shown;
			signal?.throwIfAborted();
			yield { index, frame: video, width: video.videoWidth, height: video.videoHeight };
		}
	} finally {
		video.removeAttribute('src');
		video.load();
		URL.revokeObjectURL(url);
	}
}

/** The frame that is on show already is not shown again: then nobody tells. */
const longestMs = 300;

const nextShown = (video: HTMLVideoElement): Promise<void> =>
	new Promise((resolve) => {
		const timer = setTimeout(resolve, longestMs);
		video.requestVideoFrameCallback?.(() => {
			clearTimeout(timer);
			resolve();
		});
	});

/** Seconds from the beginning, sorted: packets lie in the order of decoding. */
async function timesOf(bytes: Uint8Array): Promise<readonly number[]> {
	const { EncodedPacketSink } = await import('mediabunny');
	return withVideoTrack(bytes, async (track) => {
		if (!track) throw new Error('the file is no video');
		const times: number[] = [];
		// Inside the frame, but near its beginning: from its middle on Chromium was seen to show a key frame that follows.
		for await (const { timestamp, duration } of new EncodedPacketSink(track).packets())
			times.push(timestamp + duration / 8);
		return times.sort((a, b) => a - b);
	});
}

function when(
	video: HTMLVideoElement,
	event: 'loadeddata' | 'seeked',
	signal: AbortSignal | undefined,
	begin: () => void,
): Promise<void> {
	return new Promise((resolve, reject) => {
		const end = (finish: () => void) => () => {
			video.removeEventListener(event, done);
			video.removeEventListener('error', broken);
			signal?.removeEventListener('abort', aborted);
			finish();
		};
		const done = end(resolve);
		const broken = end(() => reject(new Error(video.error?.message ?? 'the video does not play')));
		const aborted = end(() => reject(signal?.reason));
		video.addEventListener(event, done);
		video.addEventListener('error', broken);
		signal?.addEventListener('abort', aborted);
		begin();
	});
}
