import { randomBytes } from 'node:crypto';
import type { ComfyPlatform, SocketConstructor } from '#comfy/transport/platform.ts';

/** What a server wants to see; sent to its origin only, with requests and with the socket. */
export interface Credentials {
	readonly origin: string;
	readonly authorization: string;
}

/**
 * Node's network, clock and chance, as the comfy and jobs rooms take them. Node 20 has no WebSocket of its own: there runs
 * are followed by polling alone, which finds every result and shows the phases, not the sampler's steps.
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

/** Whether this Node has a WebSocket: from 22 on. */
export const hasSockets = (): boolean => 'WebSocket' in globalThis;

function socketClass(authorization: string | undefined): SocketConstructor {
	const Socket = (globalThis as { WebSocket?: typeof WebSocket }).WebSocket;
	if (Socket === undefined) return NoSocket;
	if (authorization === undefined) return Socket;
	// Only one server is spoken to, so every socket is that server's. Node takes headers as a second argument.
	const options: object = { headers: { authorization } };
	return class extends Socket {
		constructor(url: string) {
			super(url, options as string[]);
		}
	};
}

const NoSocket = class {
	constructor() {
		throw new Error('this Node has no WebSocket');
	}
} as unknown as SocketConstructor;
