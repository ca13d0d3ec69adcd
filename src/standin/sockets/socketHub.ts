import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Behaviour } from '../options.ts';

/** The sockets of the server, with ComfyUI's book-keeping and its traps. */
export interface SocketHub {
	/** Takes over a socket that was just upgraded. */
	accept(socket: WebSocket, clientId: string | null): void;
	/** To one client id, or to every registered socket when absent. A client id without a socket hears nothing. */
	send(type: string, data: unknown, clientId?: string): void;
	sendBinary(frame: Uint8Array, clientId?: string): void;
	/** Whether the client said in its first message that it supports a feature. */
	supports(clientId: string | undefined, feature: string): boolean;
	/** Sockets that are open, registered or not. */
	count(): number;
	/** Cuts every open socket without a close frame, as a network drop. */
	cutAll(): void;
	/** Cuts all sockets; resolves when they are gone. */
	close(): Promise<void>;
}

export interface SocketHubOptions {
	readonly features: Readonly<Record<string, unknown>>;
	readonly queueRemaining: () => number;
	/** The node that runs now for this client, told once after a reconnect. */
	readonly runningNodeOf: (clientId: string) => string | undefined;
	readonly behaviour: () => Behaviour;
}

export function createSocketHub(options: SocketHubOptions): SocketHub {
	const registered = new Map<string, WebSocket>();
	const flags = new Map<string, Record<string, unknown>>();
	const open = new Set<WebSocket>();
	const timers = new Set<NodeJS.Timeout>();
	const deaf = (): boolean => options.behaviour().deafSocket === true;

	const write = (socket: WebSocket, type: string, data: unknown): void => {
		if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ type, data }));
	};
	const receivers = (clientId: string | undefined): WebSocket[] => {
		if (deaf()) return [];
		if (clientId === undefined) return [...registered.values()];
		const socket = registered.get(clientId);
		return socket ? [socket] : [];
	};

	return {
		accept(socket, clientId) {
			const sid = clientId || randomUUID().replaceAll('-', '');
			registered.set(sid, socket);
			flags.set(sid, {});
			open.add(socket);
			socket.on('close', () => {
				open.delete(socket);
				// The trap of the real server: the id is forgotten whichever of its sockets closes.
				registered.delete(sid);
				flags.delete(sid);
			});
			socket.on('error', () => socket.terminate());
			cutLater(socket);
			const remaining = options.queueRemaining();
			write(socket, 'status', {
				status: { exec_info: { queue_remaining: remaining } },
				sid,
			});
			const node = options.runningNodeOf(sid);
			if (node !== undefined && !deaf()) write(socket, 'executing', { node });
			listen(socket, sid);
		},
		send(type, data, clientId) {
			for (const socket of receivers(clientId)) write(socket, type, data);
		},
		sendBinary(frame, clientId) {
			for (const socket of receivers(clientId)) {
				if (socket.readyState === socket.OPEN) socket.send(frame);
			}
		},
		supports: (clientId, feature) =>
			clientId !== undefined && flags.get(clientId)?.[feature] === true,
		count: () => open.size,
		cutAll() {
			for (const socket of open) socket.terminate();
		},
		async close() {
			for (const timer of timers) clearTimeout(timer);
			timers.clear();
			await Promise.all([...open].map(gone));
		},
	};

	function gone(socket: WebSocket): Promise<void> {
		return new Promise((resolve) => {
			socket.on('close', () => resolve());
			socket.terminate();
		});
	}

	function cutLater(socket: WebSocket): void {
		const after = options.behaviour().dropSocketAfterMs;
		if (after === undefined) return;
		const timer = setTimeout(() => {
			timers.delete(timer);
			socket.terminate();
		}, after);
		timers.add(timer);
	}

	/** Only the first JSON message counts, and only if it is the feature handshake. */
	function listen(socket: WebSocket, sid: string): void {
		let first = true;
		socket.on('message', (data, isBinary) => {
			if (!first || isBinary) return;
			const message = parse(String(data));
			if (message === undefined) return;
			first = false;
			if (message.type !== 'feature_flags') return;
			const told = message.data;
			if (typeof told === 'object' && told !== null) {
				flags.set(sid, told as Record<string, unknown>);
			}
			if (!deaf()) write(socket, 'feature_flags', options.features);
		});
	}
}

function parse(text: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
	} catch {
		return undefined;
	}
}
