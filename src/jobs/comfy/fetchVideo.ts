import type { ComfyClient, ServerFile } from '#comfy/client/createComfyClient.ts';
import { checkVideo } from '#comfy/run/checkVideo.ts';
import { extensionOf, videoMediaType } from '#comfy/run/outputFiles.ts';
import type { Bell } from '#comfy/transport/bell.ts';
import type { OutputFrame } from '#core/document/document.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { EncodedVideo } from '#media/media.ts';
import type { EngineError } from '../engineError.ts';

/** What the index of a video tells; `probeVideo` of the media rooms fits. The error is a plain sentence. */
export type VideoProbe = (bytes: Uint8Array) => Promise<
	Result<
		{
			readonly width: number;
			readonly height: number;
			readonly frameCount: number;
			readonly fps: number;
			/** Whether it can be shown here. */
			readonly playable: boolean;
		},
		string
	>
>;

export interface Fetched {
	readonly video: EncodedVideo;
	readonly playable?: boolean;
}

export interface FetchVideoOptions {
	/** Size, length and rate that were asked for. */
	readonly frame: OutputFrame;
	readonly cacheKey: string;
	readonly fromCache: boolean;
	readonly bell: Bell;
	/** Absent: the file's boxes are looked at, its frames are not counted. */
	readonly probe?: VideoProbe;
	readonly cancel: AbortSignal;
	readonly detach: AbortSignal;
}

const firstDelayMs = 500;
const longestDelayMs = 15_000;
/** A server that answers, but not with the whole file. */
const refusalsAllowed = 3;

/**
 * Fetches the finished video and verifies it: whole boxes, a readable index, the frames that were asked for. While the server
 * cannot be reached it tries again for ever (the run is paid for), with longer and longer pauses, until the person cancels
 * or the owner goes. A file that stays gone is `outputGone`, one that is no video `noVideo`; one with fewer frames than
 * asked for, three times the same, is what the server made, and is given with its real count.
 */
export async function fetchVideo(
	client: ComfyClient,
	file: ServerFile,
	options: FetchVideoOptions,
): Promise<Result<Fetched, EngineError | 'cancelled'>> {
	const { frame, cacheKey, fromCache, bell, probe, cancel, detach: signal } = options;
	let refusals = 0;
	for (let attempt = 0; ; attempt++) {
		const fetched = await client.fetchView(file, { cacheKey, signal });
		if (fetched.ok) {
			const wrong = checkVideo(fetched.value);
			// A probe that breaks down (its code cannot be loaded) must not cost a whole video.
			const facts =
				wrong === undefined ? await probe?.(fetched.value).catch(() => undefined) : undefined;
			const last = ++refusals >= refusalsAllowed;
			if (wrong === undefined && (!facts || facts.ok)) {
				const video = encoded(
					fetched.value,
					file,
					facts?.ok ? { ...frame, ...facts.value } : frame,
				);
				if (!facts?.ok) return ok({ video });
				if (facts.value.frameCount >= frame.length || last)
					return ok({ video, playable: facts.value.playable });
			} else if (last) {
				const detail = wrong ?? (facts?.ok === false ? facts.error : '');
				return fail({ kind: 'noVideo', detail: `${file.filename}: ${detail}` });
			}
		} else {
			const { error } = fetched;
			const gone = error.kind === 'http' && (error.status === 404 || error.status === 410);
			if (error.kind !== 'unreachable' && ++refusals >= refusalsAllowed)
				return fail(gone ? { kind: 'outputGone', file: pathOf(file), fromCache } : error);
		}
		if (cancel.aborted) return fail('cancelled');
		await bell.wait(Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(attempt, 10)));
		signal.throwIfAborted();
	}
}

const pathOf = ({ subfolder, filename }: ServerFile): string =>
	subfolder === '' ? filename : `${subfolder}/${filename}`;

interface Facts {
	readonly width: number;
	readonly height: number;
	readonly fps: number;
	readonly length: number;
	readonly frameCount?: number;
}

const encoded = (bytes: Uint8Array, file: ServerFile, facts: Facts): EncodedVideo => ({
	bytes,
	mediaType: videoMediaType(file.filename) ?? 'video/mp4',
	extension: extensionOf(file.filename),
	width: facts.width,
	height: facts.height,
	frameCount: facts.frameCount ?? facts.length,
	fps: facts.fps,
});
