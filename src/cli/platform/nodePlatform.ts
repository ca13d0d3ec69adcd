import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import type { ComfyPlatform, SocketConstructor } from '#comfy/transport/platform.ts';

/** What a server wants to see; sent to its origin only, with requests and with the socket. */
export interface Credentials {
	readonly origin: string;
	readonly authorization: string;
}

/**
 * Node's network, clock and chance, as the comfy and jobs rooms take them. The socket is the `ws` package's: Node 20 has
 * none of its own, and a token travels in a header of the handshake.
 */
export function nodePlatform(credentials?: Credentials): ComfyPlatform {
	const isTheirs = (url: string): boolean =>
		credentials !== undefined && new URL(url).origin === credentials.origin;
	return {
		fetch: (url, init) => {
			if (!credentials || !isTheirs(url)) return fetch(url, init);
			const headers = new Headers(init?.headers);
			headers.set('authorization', credentials.authorization);
			return fetch(url, { ...init, headers });
		},
		WebSocket: socketClass(credentials?.authorization),
		now: () => Date.now(),
		setTimeout: (callback, ms) => setTimeout(callback, ms),
		clearTimeout: (handle) => clearTimeout(handle),
		randomBytes: (length) => randomBytes(length),
	};
}

function socketClass(authorization: string | undefined): SocketConstructor {
	// Only one server is spoken to, so every socket is that server's.
	const options = authorization === undefined ? {} : { headers: { authorization } };
	return class extends WebSocket {
		constructor(url: string) {
			super(url, options);
		}
	} as unknown as SocketConstructor;
}
