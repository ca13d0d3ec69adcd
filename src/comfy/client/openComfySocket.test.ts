import { expect, test } from 'vitest';
import { createVirtualPlatform, type FakeSocket } from '../testing/createVirtualPlatform.ts';
import { openComfySocket } from './openComfySocket.ts';

function opened() {
	const seen: string[] = [];
	const sockets: FakeSocket[] = [];
	const virtual = createVirtualPlatform(
		() => ({ status: 200, body: '' }),
		(socket) => sockets.push(socket),
	);
	const socket = openComfySocket(virtual.platform, 'ws://h/ws?clientId=x', {
		onOpen: () => seen.push('open'),
		onMessage: (message) => seen.push(message.type),
		onBinary: (frame) => seen.push(frame.type),
		onClose: () => seen.push('close'),
	});
	return { seen, socket, server: sockets[0]!, virtual };
}

test('the first message asks for previews that name their run', () => {
	const { server, seen } = opened();
	server.accept();
	expect(server.received).toEqual([
		'{"type":"feature_flags","data":{"supports_preview_metadata":true}}',
	]);
	expect(seen).toEqual(['open']);
});

test('frames arrive parsed, unknown ones are dropped', () => {
	const { server, seen } = opened();
	server.accept();
	server.send('{"type":"execution_start","data":{"prompt_id":"p"}}');
	server.send('{"type":"custom","data":{}}');
	server.send('garbage');
	server.send(Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0xff, 0xd8).buffer);
	server.send(new ArrayBuffer(3));
	expect(seen).toEqual(['open', 'executionStart', 'preview']);
});

test('close tells when the server has let go, once', async () => {
	const { server, socket, seen, virtual } = opened();
	server.accept();
	socket.close();
	socket.close();
	await virtual.advance(5_000);
	server.drop();
	expect(seen).toEqual(['open', 'close']);
	expect(virtual.open()).toEqual({ timers: 0, sockets: 0, requests: 0 });
});

test('an abandoned socket says nothing more and leaves nothing open', async () => {
	const { server, socket, seen, virtual } = opened();
	server.accept();
	socket.abandon();
	server.send('{"type":"execution_start","data":{"prompt_id":"p"}}');
	await virtual.advance(10);
	expect(seen).toEqual(['open']);
	expect(virtual.open()).toEqual({ timers: 0, sockets: 0, requests: 0 });
});

test('an address that the browser refuses is a close, not an exception', async () => {
	const virtual = createVirtualPlatform(
		() => ({ status: 200, body: '' }),
		() => {
			throw new Error('SecurityError');
		},
	);
	let closed = 0;
	openComfySocket(virtual.platform, 'ws://h', { onClose: () => closed++ });
	await virtual.advance(1);
	expect(closed).toBe(1);
});
