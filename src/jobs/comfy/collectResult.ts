import type { ComfyClient, ServerFile } from '#comfy/client/createComfyClient.ts';
import type { RunEnd } from '#comfy/run/runState.ts';
import type { Bell } from '#comfy/transport/bell.ts';
import type { ComfyEngineDeps } from '../comfyEngine.ts';
import type { EngineContext, EngineOutcome, JobInput } from '../engine.ts';
import type { EngineError } from '../engineError.ts';
import { fetchVideo } from './fetchVideo.ts';

/** What became of a run that has ended on the server: its video, fetched and verified, or why there is none. */
export async function collectResult(
	deps: ComfyEngineDeps,
	client: ComfyClient,
	input: JobInput,
	promptId: string,
	end: RunEnd,
	{ cancel, detach, emit }: EngineContext,
	bell: Bell,
): Promise<EngineOutcome> {
	const fetchFile = (file: ServerFile, fromCache: boolean) =>
		fetchVideo(client, file, {
			frame: input.document.frame,
			cacheKey: promptId,
			fromCache,
			bell,
			cancel,
			detach,
			now: deps.platform.now,
			onSilence: (silentMs) => {
				if (silentMs >= stallMsOf(deps)) void emit({ type: 'stalled', silentMs });
			},
			...(deps.probe ? { probe: deps.probe } : {}),
		});
	switch (end.state) {
		case 'done': {
			const fetched = await fetchFile(end.file, end.fromCache);
			if (fetched.ok) return { state: 'done', ...fetched.value, fromCache: end.fromCache };
			return fetched.error === 'cancelled' ? { state: 'cancelled' } : failed(fetched.error);
		}
		case 'lost': {
			// History was cleared behind a finished run: its file is still worth a try.
			if (!end.file) return { state: 'lost' };
			void emit({ type: 'state', state: 'finishing' });
			const fetched = await fetchFile(end.file, false);
			if (fetched.ok) return { state: 'done', ...fetched.value, fromCache: false };
			return { state: fetched.error === 'cancelled' ? 'cancelled' : 'lost' };
		}
		case 'failed':
			return failed({ kind: 'execution', ...end.failure });
		case 'interrupted':
			return failed({ kind: 'interrupted' });
		case 'noVideo':
			return failed({ kind: 'noVideo', detail: end.detail });
		case 'cancelled':
			return { state: 'cancelled' };
	}
}

export const stallMsOf = ({ stallMs }: Pick<ComfyEngineDeps, 'stallMs'>): number =>
	stallMs?.() ?? 180_000;
const failed = (error: EngineError): EngineOutcome => ({ state: 'failed', error });
