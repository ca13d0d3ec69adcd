import type { ComfyError } from '#comfy/client/comfyError.ts';
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
	now(): number;
	/** Ms without the file, at each try. */
	onSilence(silentMs: number): void;
}

const firstDelayMs = 500;
const longestDelayMs = 15_000;
/** So often the server itself must say that the file is gone, or send one that is no video. */
const proofs = 3;
/** Something answers, but not ComfyUI, or not with the file: a gateway's page, a sign-in, a 5xx. */
const refusedPatienceMs = 30 * 60_000;

/**
 * Fetches the finished video and verifies it: whole boxes, a readable index, the frames that were asked for. While the server
 * cannot be reached it tries again for ever (the run is paid for), and for half an hour while something else answers, with
 * longer and longer pauses, until the person cancels or the owner goes. A file that stays gone is `outputGone`, one that
 * is no video `noVideo`; one with fewer frames than asked for, three times the same, is what the server made, and is given
 * with its real count.
 */
export async function fetchVideo(
	client: ComfyClient,
	file: ServerFile,
	options: FetchVideoOptions,
): Promise<Result<Fetched, EngineError | 'cancelled'>> {
	const { frame, bell, cancel, detach: signal } = options;
	const since = options.now();
	let refusedSince: number | undefined;
	let proven = 0;
	for (let attempt = 0; ; attempt++) {
		const fetched = await client.fetchView(file, { cacheKey: options.cacheKey, signal });
		if (fetched.ok) {
			const verdict = await verify(fetched.value, file, frame, options.probe);
			const last = ++proven >= proofs;
			if (verdict.ok && (last || verdict.value.video.frameCount >= frame.length)) return verdict;
			if (!verdict.ok && last)
				return fail({ kind: 'noVideo', detail: `${file.filename}: ${verdict.error}` });
		} else if (isGone(fetched.error)) {
			if (++proven >= proofs)
				return fail({ kind: 'outputGone', file: pathOf(file), fromCache: options.fromCache });
		} else if (fetched.error.kind === 'unreachable') refusedSince = undefined;
		else {
			refusedSince ??= options.now();
			if (options.now() - refusedSince >= refusedPatienceMs) return fail(fetched.error);
		}
		if (cancel.aborted) return fail('cancelled');
		options.onSilence(options.now() - since);
		await bell.wait(Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(attempt, 10)));
		signal.throwIfAborted();
	}
}

/** ComfyUI's own word for it; a page of HTML with that status is `protocol`. */
const isGone = (error: ComfyError): boolean =>
	error.kind === 'http' && (error.status === 404 || error.status === 410);

/** The error is what is wrong with the file. */
async function verify(
	bytes: Uint8Array,
	file: ServerFile,
	frame: OutputFrame,
	probe: VideoProbe | undefined,
): Promise<Result<Fetched, string>> {
	const wrong = checkVideo(bytes);
	if (wrong !== undefined) return fail(wrong);
	// A probe that breaks down (its code cannot be loaded) must not cost a whole video.
	const facts = await probe?.(bytes).catch(() => undefined);
	if (!facts) return ok({ video: encoded(bytes, file, frame) });
	if (!facts.ok) return facts;
	const { playable } = facts.value;
	return ok({ video: encoded(bytes, file, { ...frame, ...facts.value }), playable });
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
