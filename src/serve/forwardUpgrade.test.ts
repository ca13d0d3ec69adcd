import { once } from 'node:events';
import type { OutgoingHttpHeaders } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { RunningServer } from './createServer.ts';
import { ask, ownHeaders } from './testing/ask.ts';
import { startServer } from './testing/startServer.ts';
import { startUpstream, type TestUpstream } from './testing/startUpstream.ts';

let upstream: TestUpstream;
let server: RunningServer;
let far: WebSocketServer;

beforeEach(async () => {
	upstream = await startUpstream();
	far = new WebSocketServer({ noServer: true, perMessageDeflate: true });
	upstream.onUpgrade = (request, socket, early) =>
		far.handleUpgrade(request, socket, early, (ws) => far.emit('connection', ws, request));
	server = await startServer({
		servers: [
			{ name: 'a', url: new URL(`${upstream.url}/prefix/`), authorization: 'Bearer s3cret' },
			{ name: 'down', url: new URL('http://127.0.0.1:1/') },
		],
	});
});

afterEach(async () => {
	for (const client of far.clients) client.terminate();
	await server.close();
	await upstream.close();
});

const open = (path = '/comfy/a/ws?clientId=1', headers: OutgoingHttpHeaders = {}) =>
	new WebSocket(`ws://127.0.0.1:${server.port}${path}`, {
		headers: { ...ownHeaders(server.port), ...headers } as Record<string, string>,
	});

/** Status with which the handshake failed. */
async function refused(socket: WebSocket): Promise<number> {
	socket.on('error', () => {});
	const [, response] = await once(socket, 'unexpected-response');
	socket.terminate();
	return response.statusCode;
}

async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) await wait(5);
}

test('carries text and binary both ways, in order', async () => {
	far.on('connection', (ws) => {
		ws.send('greeting');
		ws.on('message', (data, isBinary) => ws.send(data, { binary: isBinary }));
	});
	const socket = open();
	const got: (string | Buffer)[] = [];
	socket.on('message', (data, isBinary) => got.push(isBinary ? (data as Buffer) : String(data)));
	await once(socket, 'open');
	const big = Buffer.alloc(3_000_000, 7);
	socket.send('one');
	socket.send(big);
	socket.send('two');
	await until(() => got.length === 4);
	expect([got[0], got[1], got[3]]).toEqual(['greeting', 'one', 'two']);
	expect(big.equals(got[2] as Buffer)).toBe(true);
	socket.close(4001, 'bye');
	await once(socket, 'close');
	expect(upstream.seen[0]?.url).toBe('/prefix/ws?clientId=1');
});

test('tells ComfyUI its own Host and our token, nothing of the page', async () => {
	const socket = open(undefined, {
		cookie: 'a=1',
		referer: 'http://127.0.0.1/',
		authorization: 'Bearer page',
		'x-forwarded-for': '1.2.3.4',
		'user-agent': 'x',
	});
	await once(socket, 'open');
	const { headers } = upstream.seen[0] ?? { headers: {} };
	expect(Object.keys(headers).sort()).toEqual([
		'authorization',
		'connection',
		'host',
		'sec-websocket-extensions',
		'sec-websocket-key',
		'sec-websocket-version',
		'upgrade',
	]);
	expect(headers).toMatchObject({
		host: `127.0.0.1:${upstream.port}`,
		authorization: 'Bearer s3cret',
	});
	socket.terminate();
});

test('passes no cookie and no CORS header of the handshake on', async () => {
	far.on('headers', (headers) => {
		headers.push('Set-Cookie: a=1', 'Access-Control-Allow-Origin: *', 'X-Other: 1');
	});
	const socket = open();
	const [response] = await once(socket, 'upgrade');
	expect(Object.keys(response.headers).sort()).toEqual([
		'connection',
		'sec-websocket-accept',
		'sec-websocket-extensions',
		'upgrade',
	]);
	socket.terminate();
});

test.each([
	['a foreign Host', { host: 'evil.example' }],
	['a foreign Origin', { origin: 'http://evil.example' }],
	['the Origin null', { origin: 'null' }],
	['a cross-site page', { 'sec-fetch-site': 'cross-site' }],
	['a same-site page', { 'sec-fetch-site': 'same-site' }],
	['a typed address', { 'sec-fetch-site': 'none' }],
])('refuses %s', async (_what, headers) => {
	expect(await refused(open(undefined, headers))).toBe(403);
	expect(upstream.seen).toEqual([]);
});

test('refuses a handshake without an Origin', async () => {
	const socket = new WebSocket(`ws://127.0.0.1:${server.port}/comfy/a/ws`);
	expect(await refused(socket)).toBe(403);
	expect(upstream.seen).toEqual([]);
});

test.each([
	['/comfy/a/prompt', 403],
	['/comfy/a/ws/x', 403],
	['/comfy/a/%2e%2e/ws', 400],
	['/comfy/a//ws', 400],
	['/comfy/b/ws', 404],
	['/', 403],
	['/ws', 403],
])('opens no socket at %s', async (path, status) => {
	const socket = new WebSocket(`ws://127.0.0.1:${server.port}`, {
		headers: ownHeaders(server.port) as Record<string, string>,
		finishRequest: (request) => {
			request.path = path;
			request.end();
		},
	});
	expect(await refused(socket)).toBe(status);
	expect(upstream.seen).toEqual([]);
});

test('upgrades to nothing but WebSocket', async () => {
	const headers = { ...ownHeaders(server.port), connection: 'Upgrade', upgrade: 'h2c' };
	expect((await ask(server.port, '/comfy/a/ws', { headers })).status).toBe(403);
	expect(upstream.seen).toEqual([]);
});

test('fails the handshake with 502 while ComfyUI is down', async () => {
	expect(await refused(open('/comfy/down/ws'))).toBe(502);
});

test.each([
	['HTTP/1.1 403 Forbidden\r\nSet-Cookie: a=1\r\n\r\n', 403],
	['HTTP/1.1 302 Found\r\nLocation: http://evil.example/ws\r\n\r\n', 502],
	['HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n', 502],
	['nonsense\r\n\r\n', 502],
	['', 502],
])('passes a refusal of ComfyUI on, follows no redirect: %j', async (answer, status) => {
	upstream.onUpgrade = (_request, socket) => socket.end(answer);
	expect(await refused(open())).toBe(status);
});

test('closes ComfyUI\u2019s side when the page goes', async () => {
	const socket = open();
	await once(socket, 'open');
	expect(far.clients.size).toBe(1);
	socket.terminate();
	await until(() => far.clients.size === 0);
});

test('closes the page\u2019s side when ComfyUI goes, with its code', async () => {
	const first = open();
	await once(first, 'open');
	for (const client of far.clients) client.close(1012, 'restart');
	const [code, reason] = await once(first, 'close');
	expect([code, String(reason)]).toEqual([1012, 'restart']);
	const second = open();
	await once(second, 'open');
	for (const client of far.clients) client.terminate();
	expect((await once(second, 'close'))[0]).toBe(1006);
});

test('lets go of ComfyUI when the page goes before the handshake', async () => {
	let gone = false;
	upstream.onUpgrade = (_request, socket) => {
		socket.on('end', () => {
			gone = true;
		});
		socket.resume();
	};
	const socket = open();
	socket.on('error', () => {});
	await until(() => upstream.seen.length === 1);
	socket.terminate();
	await until(() => gone);
});

test('ends every socket when the server closes', async () => {
	const socket = open();
	await once(socket, 'open');
	const closed = once(socket, 'close');
	await server.close();
	await closed;
	await until(() => far.clients.size === 0);
	server = await startServer();
});
