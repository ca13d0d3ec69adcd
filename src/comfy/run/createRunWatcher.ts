/* One thing in one file: what is done, and when, with what a socket and the reads of a server tell of one run. */
import type { ComfyClient } from '../client/createComfyClient.ts';
import { createBell } from '../transport/bell.ts';
import type { ComfyPlatform } from '../transport/platform.ts';
import { createDeafness } from './createDeafness.ts';
import { createReconnectingSocket } from './createReconnectingSocket.ts';
import { judgeHistory } from './judgeHistory.ts';
import { lookUpRun, type RunPlace } from './lookUpRun.ts';
import { createPreviewFilter, type PreviewPicture } from './previewFilter.ts';
import { reduceRun, silenceOf } from './reduceRun.ts';
import type { RunPlan } from './runPlan.ts';
import { type RunEnd, type RunFact, type RunState, startRun } from './runState.ts';
import { stopRun } from './stopRun.ts';

export interface RunWatcherOptions {
	readonly client: ComfyClient;
	readonly platform: ComfyPlatform;
	readonly plan: RunPlan;
	/** Between two reads of the truth while somebody looks; a slow server is asked less often. Default 2 s. */
	readonly pollMs?: number;
	/** The same while the page is hidden. Default 10 s. */
	readonly hiddenPollMs?: number;
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
	/** Calls back once, when it is seen for the first time. */
	onSeen(listener: () => void): void;
	/** Closes the socket and ends all timers. */
	dispose(): void;
}

const listenWaitMs = 3_000;
const slowestPollMs = 10_000;
/** An interrupt that falls between queue and start is lost: ask again while the run is still there. */
const askAgainMs = 5_000;
/** A cancelled run on a server that does not answer is given up after this. */
const cancelPatienceMs = 15_000;
/** A read that hangs for so long is begun anew when the page comes back: its connection may have died meanwhile. */
const hangingMs = 1_000;
/** A pause that took so much longer than it should: the machine slept, and its connections did not survive. */
const sleptMs = 60_000;

export function createRunWatcher(options: RunWatcherOptions): RunWatcher {
	const { client, platform, plan } = options;
	const { pollMs = 2_000, hiddenPollMs = 10_000, stallMs = 180_000 } = options;
	const bell = createBell(platform);
	const listenBell = createBell(platform);
	const previews = createPreviewFilter(plan.promptId);
	const deafness = createDeafness(platform.now());
	let state = startRun(platform.now());
	let seen = false;
	let seenListener: (() => void) | undefined;
	let stalled = false;
	/** The socket has said that it is over, and nobody has looked since. */
	let heardOver = false;
	let looking: { readonly since: number; readonly stop: AbortController } | undefined;

	const see = (): void => {
		if (seen) return;
		seen = true;
		seenListener?.();
	};
	const tell = (fact: RunFact): void => {
		const next = reduceRun(state, fact, plan);
		if (next === state) return;
		state = next;
		options.onState(next);
		if (stalled && silenceOf(state) < stallMs) {
			stalled = false;
			options.onSilence(0);
		}
	};
	const socket = createReconnectingSocket({
		client,
		platform,
		onOpen: () => {
			deafness.opened(platform.now());
			previews.onOpen();
			listenBell.ring();
			bell.ring();
		},
		onClose: (wasOpen) => {
			deafness.closed();
			if (wasOpen) bell.ring();
		},
		onMessage: (message) => {
			const at = platform.now();
			const ours = 'promptId' in message && message.promptId === plan.promptId;
			deafness.heard(at, ours);
			previews.onMessage(message);
			if (ours) see();
			tell({ type: 'message', message, at });
			// The very last word, which comes after history was written; success comes before.
			if (ours && message.type === 'executing' && message.node === null) {
				heardOver = true;
				bell.ring();
			}
		},
		onBinary: (frame) => {
			const preview = previews.accept(frame);
			deafness.heard(platform.now(), preview !== undefined);
			if (preview) options.onPreview(preview);
		},
	});
	const leaveAttention = platform.attention?.subscribe(() => {
		socket.hurry();
		if (looking && platform.now() - looking.since >= hangingMs) looking.stop.abort();
		bell.ring();
	});

	/** Reads where the run is; nobody knows when the read was broken off. Rejects only when the owner goes. */
	async function read(cancel: AbortSignal, detach: AbortSignal): Promise<RunPlace | undefined> {
		const stop = new AbortController();
		const leave = (): void => stop.abort();
		const watched = cancel.aborted ? [detach] : [detach, cancel];
		for (const signal of watched) signal.addEventListener('abort', leave);
		looking = { since: platform.now(), stop };
		const isOver = heardOver;
		heardOver = false;
		try {
			return await lookUpRun(client, plan.promptId, stop.signal, isOver);
		} catch (cause) {
			detach.throwIfAborted();
			if (!stop.signal.aborted) throw cause;
			return undefined;
		} finally {
			looking = undefined;
			for (const signal of watched) signal.removeEventListener('abort', leave);
		}
	}

	/** @returns whether the server answered. */
	function take(found: RunPlace | undefined, confirmed: boolean): boolean {
		const at = platform.now();
		if (!found || found.place === 'unknown') return false;
		if (found.place === 'absent') tell({ type: 'absent', confirmed: confirmed || seen, at });
		else {
			see();
			if (found.place === 'history')
				tell({ type: 'history', verdict: judgeHistory(found.entry, plan), at });
			else tell({ type: 'queued', place: found.place, ahead: found.ahead, at });
		}
		const place = 'ahead' in found ? `${found.place} ${found.ahead}` : found.place;
		if (deafness.isDeaf(at, place)) socket.reopen();
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
				if (take(await read(cancel, detach), confirmed)) reachedAt = platform.now();
				const now = platform.now();
				if (state.end) return state.end;
				if (cancelledAt !== undefined) {
					const unreached = now - Math.max(reachedAt, cancelledAt);
					const silent = now - Math.max(state.newsAt, cancelledAt);
					// A worker that is dead never stops: asked, and without a sign of life since.
					if (unreached >= cancelPatienceMs || silent >= stallMs) return { state: 'cancelled' };
				}
				tell({ type: 'clock', at: now });
				if (silenceOf(state) >= stallMs) {
					stalled = true;
					options.onSilence(silenceOf(state));
				}
				const often = platform.attention?.isHidden() ? hiddenPollMs : pollMs;
				const pauseMs = Math.max(often, Math.min(slowestPollMs, 2 * (now - startedAt)));
				await bell.wait(pauseMs);
				if (platform.now() - now >= pauseMs + sleptMs) socket.reopen();
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
		onSeen: (listener) => {
			if (seen) listener();
			else seenListener = listener;
		},
		dispose: () => {
			leaveAttention?.();
			socket.dispose();
			bell.dispose();
			listenBell.dispose();
		},
	};
}
