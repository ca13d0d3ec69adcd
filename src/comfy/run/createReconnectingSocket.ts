import type { ComfyClient } from '../client/createComfyClient.ts';
import type { ComfySocket } from '../client/openComfySocket.ts';
import type { BinaryFrame } from '../protocol/parseBinaryFrame.ts';
import type { SocketMessage } from '../protocol/parseSocketMessage.ts';
import type { ComfyPlatform, TimerHandle } from '../transport/platform.ts';
import { randomShare } from '../transport/randomShare.ts';

export interface ReconnectingSocketOptions {
	readonly client: ComfyClient;
	readonly platform: ComfyPlatform;
	/** A socket is open; what was missed meanwhile is not sent again. */
	onOpen(): void;
	/** A socket has ended, or never opened; another one follows by itself. */
	onClose(wasOpen: boolean): void;
	onMessage(message: SocketMessage): void;
	onBinary(frame: BinaryFrame): void;
}

export interface ReconnectingSocket {
	/** Closes the socket, waits until the server has let go, and opens another: for one that has gone deaf. */
	reopen(): void;
	/** Ends a pause before the next try: the network is back, or somebody looks. */
	hurry(): void;
	dispose(): void;
}

/** Pauses before the next try lie between these, the upper bound doubling from `firstDelayMs` on. */
const shortestDelayMs = 500;
const firstDelayMs = 1_000;
const longestDelayMs = 15_000;
/** A socket that lived so long was a good one: the next pause is a short one again. */
const goodAfterMs = 5_000;

/**
 * Keeps one socket open. A lost one is replaced after a pause with full jitter: anywhere from 0.5 s to 1, 2, 4 ... 15 s,
 * for ever. A server that refuses sockets is asked about eight times a minute. Never two at once: when an old socket of
 * the same client id closes late, the server forgets the new one too.
 */
export function createReconnectingSocket(options: ReconnectingSocketOptions): ReconnectingSocket {
	const { client, platform } = options;
	let socket: ComfySocket | undefined;
	let timer: TimerHandle | undefined;
	let failures = 0;
	let openedAt: number | undefined;
	let disposed = false;

	const open = (): void => {
		timer = undefined;
		openedAt = undefined;
		socket = client.openSocket({
			onOpen: () => {
				openedAt = platform.now();
				options.onOpen();
			},
			onMessage: options.onMessage,
			onBinary: options.onBinary,
			onClose: () => {
				if (disposed) return;
				socket = undefined;
				if (openedAt !== undefined && platform.now() - openedAt >= goodAfterMs) failures = 0;
				timer = platform.setTimeout(open, nextDelay());
				options.onClose(openedAt !== undefined);
			},
		});
	};
	const nextDelay = (): number => {
		const most = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures, 10));
		failures++;
		return shortestDelayMs + (most - shortestDelayMs) * randomShare(platform);
	};
	open();
	return {
		reopen: () => socket?.close(),
		hurry: () => {
			if (timer === undefined || disposed) return;
			platform.clearTimeout(timer);
			open();
		},
		dispose: () => {
			disposed = true;
			platform.clearTimeout(timer);
			socket?.abandon();
			socket = undefined;
		},
	};
}
