import type { ComfyClient } from '../client/createComfyClient.ts';
import { createBell } from '../transport/bell.ts';
import type { ComfyPlatform } from '../transport/platform.ts';
import { createReconnectingSocket } from './createReconnectingSocket.ts';
import { judgeHistory } from './judgeHistory.ts';
import { lookUpRun } from './lookUpRun.ts';
import { createPreviewFilter, type PreviewPicture } from './previewFilter.ts';
import { reduceRun, silenceOf } from './reduceRun.ts';
import type { RunPlan } from './runPlan.ts';
import { type RunEnd, type RunFact, type RunState, startRun } from './runState.ts';
import { stopRun } from './stopRun.ts';

export interface RunWatcherOptions {
	readonly client: ComfyClient;
	readonly platform: ComfyPlatform;
	readonly plan: RunPlan;
	/** Between two reads of the truth; a slow server is asked less often. Default 2 s. */
	readonly pollMs?: number;
	/** Silence after which `onSilence` is called. Default 180 s. */
	readonly stallMs?: number;
	onState(state: RunState): void;
	onPreview(preview: PreviewPicture): void;
	/** Ms without news, at each poll beyond `stallMs`; 0 once when news comes again. The run goes on. */
	onSilence(silentMs: number): void;
}

export interface FollowOptions {
	/** Aborts: stop the run on the server. */
	readonly cancel: AbortSignal;
	/** Aborts: stop watching, leave the run alone; `follow` rejects with its reason. */
	readonly detach: AbortSignal;
	/** The server has said that it has the run (an accepted POST); else it may turn out that it never came. */
	readonly confirmed: boolean;
}

/** Watches one run on one server: the socket for smoothness, reads of queue and history for truth. */
export interface RunWatcher {
	/** Resolves when the socket is open, or when it is not worth waiting for it (3 s): runs are found without it. */
	readonly listening: Promise<void>;
	/** Until the run has ended, however long it takes. Call once. */
	follow(options: FollowOptions): Promise<RunEnd>;
	/** The server has it: it was seen in the queue, in history or on the socket. */
	wasSeen(): boolean;
	/** Closes the socket and ends all timers. */
	dispose(): void;
}

const listenWaitMs = 3_000;
const slowestPollMs = 10_000;
/** A socket without any frame for so long while our run runs may be deaf; a new one costs nothing. */
const deafAfterMs = 45_000;
/** An interrupt that falls between queue and start is lost: ask again while the run is still there. */
const askAgainMs = 5_000;
/** A cancelled run on a server that does not answer is given up after this. */
const cancelPatienceMs = 15_000;

export function createRunWatcher(options: RunWatcherOptions): RunWatcher {
	const { client, platform, plan, pollMs = 2_000, stallMs = 180_000 } = options;
	const bell = createBell(platform);
	const listenBell = createBell(platform);
	const previews = createPreviewFilter(plan.promptId);
	let state = startRun(platform.now());
	let seen = false;
	let frameAt = platform.now();
	let stalled = false;

	const tell = (fact: RunFact): void => {
		const next = reduceRun(state, fact, plan);
		if (next === state) return;
		const ending = next.phase === 'finishing' && state.phase !== 'finishing';
		state = next;
		options.onState(next);
		if (ending) bell.ring();
		if (stalled && silenceOf(state) < stallMs) {
			stalled = false;
			options.onSilence(0);
		}
	};
	const socket = createReconnectingSocket({
		client,
		platform,
		onOpen: () => {
			frameAt = platform.now();
			previews.onOpen();
			listenBell.ring();
			bell.ring();
		},
		onMessage: (message) => {
			frameAt = platform.now();
			previews.onMessage(message);
			if ('promptId' in message && message.promptId === plan.promptId) seen = true;
			tell({ type: 'message', message, at: frameAt });
		},
		onBinary: (frame) => {
			frameAt = platform.now();
			const preview = previews.accept(frame);
			if (preview) options.onPreview(preview);
		},
	});

	async function look(confirmed: boolean, signal: AbortSignal): Promise<boolean> {
		const found = await lookUpRun(client, plan.promptId, signal);
		const at = platform.now();
		if (found.place === 'unknown') return false;
		if (found.place === 'absent') tell({ type: 'absent', confirmed: confirmed || seen, at });
		else {
			seen = true;
			if (found.place === 'history')
				tell({ type: 'history', verdict: judgeHistory(found.entry, plan), at });
			else tell({ type: 'queued', place: found.place, ahead: found.ahead, at });
		}
		return true;
	}

	async function follow({ cancel, detach, confirmed }: FollowOptions): Promise<RunEnd> {
		const wake = (): void => bell.ring();
		cancel.addEventListener('abort', wake);
		detach.addEventListener('abort', wake);
		let askedAt = Number.NEGATIVE_INFINITY;
		let reachedAt = platform.now();
		let cancelledAt: number | undefined;
		try {
			for (;;) {
				detach.throwIfAborted();
				const startedAt = platform.now();
				if (cancel.aborted) {
					cancelledAt ??= startedAt;
					tell({ type: 'cancelRequested', at: startedAt });
					if (startedAt - askedAt >= askAgainMs) {
						askedAt = startedAt;
						await stopRun(client, plan.promptId, detach);
					}
				}
				if (await look(confirmed, detach)) reachedAt = platform.now();
				const now = platform.now();
				if (state.end) return state.end;
				if (cancelledAt !== undefined && now - Math.max(reachedAt, cancelledAt) >= cancelPatienceMs)
					return { state: 'cancelled' };
				tell({ type: 'clock', at: now });
				if (silenceOf(state) >= stallMs) {
					stalled = true;
					options.onSilence(silenceOf(state));
				}
				if (state.phase === 'running' && now - frameAt >= deafAfterMs) {
					frameAt = now;
					socket.reopen();
				}
				await bell.wait(Math.max(pollMs, Math.min(slowestPollMs, 10 * (now - startedAt))));
			}
		} finally {
			cancel.removeEventListener('abort', wake);
			detach.removeEventListener('abort', wake);
		}
	}

	return {
		listening: listenBell.wait(listenWaitMs),
		follow,
		wasSeen: () => seen,
		dispose: () => {
			socket.dispose();
			bell.dispose();
			listenBell.dispose();
		},
	};
}
