import { type BinaryFrame, parseBinaryFrame } from '../protocol/parseBinaryFrame.ts';
import { parseSocketMessage, type SocketMessage } from '../protocol/parseSocketMessage.ts';
import type { ComfyPlatform, TimerHandle } from '../transport/platform.ts';

export interface SocketHandlers {
	onOpen?(): void;
	onMessage?(message: SocketMessage): void;
	onBinary?(frame: BinaryFrame): void;
	/** Once, however it ends: refused, dropped, or closed by us. */
	onClose?(): void;
}

export interface ComfySocket {
	/** Asks for the end; `onClose` tells when the server has let go, or after 3 s. */
	close(): void;
	/** Closes and forgets: no handler is called any more, no timer stays. */
	abandon(): void;
}

/**
 * One socket to a ComfyUI. Its first message asks for previews that name their run; frames arrive parsed, what we do
 * not know is dropped. No reconnecting here: see `createReconnectingSocket`. Never throws: an address that the
 * browser refuses is a close.
 */
export function openComfySocket(
	platform: Pick<ComfyPlatform, 'WebSocket' | 'setTimeout' | 'clearTimeout'>,
	url: string,
	handlers: SocketHandlers,
): ComfySocket {
	let closed = false;
	/** Until it opens: gives up; while it closes: no longer waits for the server's answer. */
	let graceTimer: TimerHandle | undefined;
	const end = (): void => {
		if (closed) return;
		closed = true;
		platform.clearTimeout(graceTimer);
		handlers.onClose?.();
	};
	const socket = construct(platform, url);
	const forget = (): void => {
		closed = true;
		platform.clearTimeout(graceTimer);
		socket?.close(1000);
	};
	if (!socket) {
		// Tell it after the caller has the object in hand.
		graceTimer = platform.setTimeout(end, 0);
		return { close: end, abandon: forget };
	}
	socket.binaryType = 'arraybuffer';
	socket.addEventListener('open', () => {
		if (closed || closing) return;
		platform.clearTimeout(graceTimer);
		socket.send(featureFlags);
		handlers.onOpen?.();
	});
	socket.addEventListener('message', ({ data }) => {
		if (closed) return;
		if (typeof data === 'string') {
			const message = parseSocketMessage(data);
			if (message) handlers.onMessage?.(message);
		} else if (data instanceof ArrayBuffer || data instanceof Uint8Array) {
			const frame = parseBinaryFrame(data);
			if (frame) handlers.onBinary?.(frame);
		}
	});
	socket.addEventListener('close', end);
	// An error is always followed by a close.
	socket.addEventListener('error', () => undefined);
	let closing = false;
	const close = (): void => {
		if (closed || closing) return;
		closing = true;
		platform.clearTimeout(graceTimer);
		socket.close(1000);
		// A dead network never says goodbye.
		graceTimer = platform.setTimeout(end, closeGraceMs);
	};
	// Some proxies neither open a socket nor refuse it.
	graceTimer = platform.setTimeout(close, openPatienceMs);
	return { close, abandon: forget };
}

const openPatienceMs = 20_000;
const closeGraceMs = 3_000;
const featureFlags = JSON.stringify({
	type: 'feature_flags',
	data: { supports_preview_metadata: true },
});

function construct(platform: Pick<ComfyPlatform, 'WebSocket'>, url: string) {
	try {
		return new platform.WebSocket(url);
	} catch {
		// A page under https may not open ws:, a policy may forbid the host: both throw here.
		return undefined;
	}
}
