import type { ComfyClient } from '../client/createComfyClient.ts';
import type { ComfySocket } from '../client/openComfySocket.ts';
import type { BinaryFrame } from '../protocol/parseBinaryFrame.ts';
import type { SocketMessage } from '../protocol/parseSocketMessage.ts';
import type { ComfyPlatform, TimerHandle } from '../transport/platform.ts';

export interface ReconnectingSocketOptions {
	readonly client: ComfyClient;
	readonly platform: ComfyPlatform;
	/** A socket is open; what was missed meanwhile is not sent again. */
	onOpen(): void;
	onMessage(message: SocketMessage): void;
	onBinary(frame: BinaryFrame): void;
}

export interface ReconnectingSocket {
	/** Closes the socket, waits until the server has let go, and opens another: for one that has gone deaf. */
	reopen(): void;
	dispose(): void;
}

const firstDelayMs = 500;
const longestDelayMs = 15_000;

/**
 * Keeps one socket open. A lost one is replaced after the upper half of 0.5, 1, 2 ... 15 s (random), for ever: a server that
 * refuses sockets is asked eight times a minute at most. Never two at once: when an old socket of the same client id
 * closes late, the server forgets the new one too.
 */
export function createReconnectingSocket(options: ReconnectingSocketOptions): ReconnectingSocket {
	const { client, platform } = options;
	let socket: ComfySocket | undefined;
	let timer: TimerHandle | undefined;
	let failures = 0;
	let disposed = false;

	const open = (): void => {
		socket = client.openSocket({
			onOpen: options.onOpen,
			onMessage: (message) => {
				failures = 0;
				options.onMessage(message);
			},
			onBinary: options.onBinary,
			onClose: () => {
				if (disposed) return;
				socket = undefined;
				timer = platform.setTimeout(open, nextDelay());
			},
		});
	};
	const nextDelay = (): number => {
		const most = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures, 10));
		failures++;
		const random = (platform.randomBytes(1)[0] ?? 0) / 255;
		return most * (0.5 + random / 2);
	};
	open();
	return {
		reopen: () => socket?.close(),
		dispose: () => {
			disposed = true;
			platform.clearTimeout(timer);
			socket?.abandon();
			socket = undefined;
		},
	};
}
