import type { ComfyClient } from '#comfy/client/createComfyClient.ts';
import { createRunWatcher, type RunWatcher } from '#comfy/run/createRunWatcher.ts';
import type { RunPlan } from '#comfy/run/runPlan.ts';
import type { RunEnd } from '#comfy/run/runState.ts';
import { type Bell, createBell } from '#comfy/transport/bell.ts';
import type { ComfyEngineDeps } from '../comfyEngine.ts';
import type { EngineContext, RemoteRun } from '../engine.ts';
import { stallMsOf } from './collectResult.ts';
import { createRunReporter } from './reportRun.ts';
import { takeBack } from './takeBack.ts';

/** A watcher for as long as `work` takes; what it sees is told to the engine's owner. */
export async function withWatcher<T>(
	deps: ComfyEngineDeps,
	client: ComfyClient,
	plan: RunPlan,
	context: EngineContext,
	work: (watcher: RunWatcher, bell: Bell) => Promise<T>,
): Promise<T> {
	const { platform, pollMs } = deps;
	const bell = createBell(platform);
	const watcher = createRunWatcher({
		client,
		platform,
		plan,
		...(pollMs === undefined ? {} : { pollMs }),
		stallMs: stallMsOf(deps),
		onState: createRunReporter(
			plan,
			(event) => void context.emit(event),
			context.resume?.promptId === plan.promptId,
		),
		onPreview: ({ bytes, mediaType }) => void context.emit({ type: 'preview', bytes, mediaType }),
		onSilence: (silentMs) => void context.emit({ type: 'stalled', silentMs }),
	});
	const wake = (): void => bell.ring();
	context.detach.addEventListener('abort', wake);
	context.cancel.addEventListener('abort', wake);
	try {
		return await work(watcher, bell);
	} finally {
		context.detach.removeEventListener('abort', wake);
		context.cancel.removeEventListener('abort', wake);
		watcher.dispose();
		bell.dispose();
	}
}

/** The run was taken out of the server's queue, and is to be sent anew. */
export type Followed = RunEnd | { readonly state: 'takenBack' };

/**
 * Follows a run to its end; the record learns when the server has it. When the person puts it first meanwhile and it still
 * waits, it is taken back instead.
 * @param mayTakeBack Asked before: whether all is there to send it anew.
 */
export async function followRun(
	deps: Pick<ComfyEngineDeps, 'platform'>,
	client: ComfyClient,
	watcher: RunWatcher,
	remote: RemoteRun,
	confirmed: boolean,
	{ cancel, detach, emit, first }: EngineContext,
	mayTakeBack: () => Promise<boolean>,
): Promise<Followed> {
	if (remote.stage === 'posting') {
		const accepted = (): void =>
			void emit({ type: 'remote', remote: { ...remote, stage: 'accepted' } });
		if (confirmed) accepted();
		else watcher.onSeen(accepted);
	}
	const leave = new AbortController();
	const ending = new AbortController();
	let isTaken = false;
	const take = async (): Promise<void> => {
		try {
			const signal = AbortSignal.any([cancel, detach, ending.signal]);
			isTaken =
				(await mayTakeBack()) && (await takeBack(client, deps.platform, remote.promptId, signal));
			if (isTaken) leave.abort();
		} catch (cause) {
			if (!cancel.aborted && !detach.aborted && !ending.signal.aborted) leave.abort(cause);
		}
	};
	const isPutFirst = (): void => void take();
	// One that was put first before it was sent is at the head already.
	if (!first?.aborted) first?.addEventListener('abort', isPutFirst);
	try {
		return await watcher.follow({
			cancel,
			detach: AbortSignal.any([detach, leave.signal]),
			confirmed,
		});
	} catch (cause) {
		if (isTaken && !detach.aborted) return { state: 'takenBack' };
		throw cause;
	} finally {
		first?.removeEventListener('abort', isPutFirst);
		ending.abort();
	}
}
