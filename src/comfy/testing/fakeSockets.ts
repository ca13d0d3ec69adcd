import type { FakeSocket } from './createVirtualPlatform.ts';

/** The sockets of a fake ComfyUI, with the real one's book-keeping. */
export interface FakeSockets {
	/** Every socket that was ever tried. */
	readonly all: readonly FakeSocket[];
	/** A socket is open: it is the one that its client id hears by. */
	register(socket: FakeSocket): void;
	/** To one client id; without an id to all that are registered. */
	send(type: string, data: unknown, clientId?: string): void;
	sendTo(socket: FakeSocket, type: string, data: unknown): void;
	dropAll(): void;
}

export const clientIdOf = (socket: FakeSocket): string =>
	new URL(socket.url).searchParams.get('clientId') ?? '';

/** The trap of the real server: when any socket of a client id ends, the id is forgotten, its newer socket included. */
export function createFakeSockets(all: FakeSocket[]): FakeSockets {
	const registered = new Map<string, FakeSocket>();
	const sendTo = (socket: FakeSocket, type: string, data: unknown): void =>
		socket.send(JSON.stringify({ type, data }));
	return {
		all,
		register(socket) {
			const id = clientIdOf(socket);
			registered.set(id, socket);
			socket.onEnd(() => registered.delete(id));
		},
		sendTo,
		send(type, data, clientId) {
			const receivers =
				clientId === undefined ? [...registered.values()] : [registered.get(clientId)];
			for (const socket of receivers) if (socket) sendTo(socket, type, data);
		},
		dropAll() {
			for (const socket of all) socket.drop();
		},
	};
}
