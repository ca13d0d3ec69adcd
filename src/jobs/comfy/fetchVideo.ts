import type { ComfyClient, ServerFile } from '#comfy/client/createComfyClient.ts';
import { checkVideo } from '#comfy/run/checkVideo.ts';
import { extensionOf, videoMediaType } from '#comfy/run/outputFiles.ts';
import type { Bell } from '#comfy/transport/bell.ts';
import type { OutputFrame } from '#core/document/document.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { EncodedVideo } from '#media/media.ts';
import type { EngineError } from '../engineError.ts';

const firstDelayMs = 500;
const longestDelayMs = 15_000;
/** A server that answers, but not with the file. */
const refusalsAllowed = 3;

/**
 * Fetches the finished video and looks at it. While the server cannot be reached it tries again for ever (the run is paid
 * for), with longer and longer pauses, until the person cancels or the owner goes. A file that is gone or is no video is `noVideo`.
 */
export async function fetchVideo(
	client: ComfyClient,
	file: ServerFile,
	frame: OutputFrame,
	cacheKey: string,
	bell: Bell,
	{ cancel, detach: signal }: { readonly cancel: AbortSignal; readonly detach: AbortSignal },
): Promise<Result<EncodedVideo, EngineError | 'cancelled'>> {
	let refusals = 0;
	for (let attempt = 0; ; attempt++) {
		const fetched = await client.fetchView(file, { cacheKey, signal });
		if (fetched.ok) {
			const wrong = checkVideo(fetched.value);
			if (wrong === undefined) return ok(encoded(fetched.value, file, frame));
			if (++refusals >= refusalsAllowed)
				return fail({ kind: 'noVideo', detail: `${file.filename}: ${wrong}` });
		} else {
			const { error } = fetched;
			if (error.kind === 'http' && error.status === 404)
				return fail({ kind: 'noVideo', detail: `${file.filename} is gone from the server` });
			if (error.kind !== 'unreachable' && ++refusals >= refusalsAllowed) return fail(error);
		}
		if (cancel.aborted) return fail('cancelled');
		await bell.wait(Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(attempt, 10)));
		signal.throwIfAborted();
	}
}

const encoded = (bytes: Uint8Array, file: ServerFile, frame: OutputFrame): EncodedVideo => ({
	bytes,
	mediaType: videoMediaType(file.filename) ?? 'video/mp4',
	extension: extensionOf(file.filename),
	width: frame.width,
	height: frame.height,
	frameCount: frame.length,
	fps: frame.fps,
});
