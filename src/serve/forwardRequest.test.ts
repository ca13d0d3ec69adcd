import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunningServer } from './createServer.ts';
import { ask, ownHeaders } from './testing/ask.ts';
import { startServer } from './testing/startServer.ts';
import { startUpstream, type TestUpstream } from './testing/startUpstream.ts';
import type { Upstream } from './upstream.ts';

let upstream: TestUpstream;
let server: RunningServer;
const bodyLimitBytes = 100_000;

beforeEach(async () => {
	upstream = await startUpstream();
	server = await startServer({
		bodyLimitBytes,
		servers: [
			named('a', upstream.url),
			named('prefixed', `${upstream.url}/some/prefix/`),
			{ ...named('token', upstream.url), authorization: 'Bearer s3cret' },
		],
	});
});

afterEach(async () => {
	await server.close();
	await upstream.close();
});

const named = (name: string, url: string): Upstream => ({
	name,
	url: new URL(url.endsWith('/') ? url : `${url}/`),
});
const own = () => ownHeaders(server.port);
const post = (path: string, body: string, headers = {}) =>
	ask(server.port, path, { method: 'POST', headers: { ...own(), ...headers }, body });

/** Waits, as long as the test may last, until it is so. */
async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) await wait(5);
}

test('passes a read and its query to the named server, below its prefix', async () => {
	const answer = await ask(server.port, '/comfy/a/view?filename=a%20b.mp4', { headers: own() });
	expect(answer.status).toBe(200);
	await ask(server.port, '/comfy/prefixed/system_stats', { headers: own() });
	expect(upstream.seen.map((seen) => seen.url)).toEqual([
		'/view?filename=a%20b.mp4',
		'/some/prefix/system_stats',
	]);
});

test('passes a body and its type as they are', async () => {
	const body = JSON.stringify({ prompt: { 1: 'é' } });
	await post('/comfy/a/prompt', body, { 'content-type': 'text/plain; charset=x' });
	expect(Buffer.from(upstream.seen[0]?.body ?? '', 'latin1').toString()).toBe(body);
	expect(upstream.seen[0]?.headers['content-type']).toBe('text/plain; charset=x');
});

test.each([
	['a foreign Host', { host: 'evil.example' }],
	['a cross-site page', { 'sec-fetch-site': 'cross-site' }],
	['a same-site page', { 'sec-fetch-site': 'same-site' }],
	['a typed address', { 'sec-fetch-site': 'none' }],
	['a foreign Origin', { origin: 'http://evil.example' }],
	['the Origin null', { origin: 'null' }],
	['our other spelling', { origin: 'http://localhost' }],
])('refuses %s before ComfyUI hears of it', async (_what, headers) => {
	const answer = await post('/comfy/a/prompt', '{}', headers);
	expect(answer.status).toBe(403);
	expect(
		(await ask(server.port, '/comfy/a/queue', { headers: { ...own(), ...headers } })).status,
	).toBe(403);
	expect(upstream.seen).toEqual([]);
});

test('refuses a write without an Origin', async () => {
	expect((await ask(server.port, '/comfy/a/interrupt', { method: 'POST' })).status).toBe(403);
	expect(upstream.seen).toEqual([]);
});

test.each([
	['GET', '/comfy/a/history/%2e%2e/x', 400],
	['GET', '/comfy/a/../token/prompt', 400],
	['GET', '/comfy/a/%252e%252e/prompt', 400],
	['GET', '/comfy/a//evil.example/prompt', 400],
	['GET', '/comfy/a/%5cprompt', 400],
	['GET', '/comfy/a/history/%0d%0ax:%20y', 400],
	['GET', '/comfy/a/%zz', 400],
	['GET', '/comfy/a/userdata/x', 403],
	['GET', '/comfy/a/ws', 403],
	['POST', '/comfy/a/api/userdata/x', 403],
	['DELETE', '/comfy/a/queue', 403],
	['PUT', '/comfy/a/prompt', 403],
	['OPTIONS', '/comfy/a/prompt', 403],
	['GET', '/comfy/b/prompt', 404],
	['GET', '/comfy/constructor/prompt', 404],
])('refuses %s %s', async (method, path, status) => {
	const answer = await ask(server.port, path, { method, headers: own() });
	expect(answer.status).toBe(status);
	expect(upstream.seen).toEqual([]);
});

test('tells ComfyUI its own Host, and nothing of the page', async () => {
	await post('/comfy/a/prompt', '{}', {
		referer: `http://127.0.0.1:${server.port}/`,
		cookie: 'session=1',
		'sec-fetch-mode': 'cors',
		'sec-fetch-dest': 'empty',
		'sec-fetch-user': '?1',
		'sec-ch-ua': 'x',
		authorization: 'Bearer page',
		'proxy-authorization': 'Basic x',
		'x-forwarded-for': '1.2.3.4',
		'x-forwarded-host': 'evil.example',
		forwarded: 'host=evil.example',
		connection: 'close, x-hop',
		'x-hop': '1',
		'comfy-user': 'me',
		accept: 'application/json',
		'accept-encoding': 'gzip, br',
	});
	const { headers } = upstream.seen[0] ?? { headers: {} };
	expect(headers).toEqual({
		host: `127.0.0.1:${upstream.port}`,
		accept: 'application/json',
		'accept-encoding': 'identity',
		'comfy-user': 'me',
		'content-length': '2',
		connection: 'close',
	});
});

test('adds the token itself, whatever the page sends', async () => {
	await ask(server.port, '/comfy/token/queue', {
		headers: { ...own(), authorization: 'Bearer page' },
	});
	expect(upstream.seen[0]?.headers.authorization).toBe('Bearer s3cret');
	const about = await ask(server.port, '/wan-ati.json');
	expect(about.body).not.toContain('s3cret');
	expect(about.body).not.toContain(String(upstream.port));
});

test('passes only the listed headers back, and guards the answer', async () => {
	upstream.answer = (_request, response) => {
		response.writeHead(200, {
			'content-type': 'text/html',
			'content-length': '2',
			'content-disposition': 'filename="x.html"',
			'accept-ranges': 'bytes',
			etag: '"1"',
			'last-modified': 'Tue, 24 Nov 2026 00:00:00 GMT',
			'cache-control': 'no-cache',
			'retry-after': '3',
			'set-cookie': ['a=1', 'b=2'],
			'access-control-allow-origin': '*',
			'access-control-allow-credentials': 'true',
			'content-security-policy': "default-src 'self'",
			'x-content-type-options': 'sniff',
			'clear-site-data': '"*"',
			'service-worker-allowed': '/',
			refresh: '0;url=http://evil.example',
			link: '<http://evil.example>; rel=preload',
			location: 'http://evil.example',
			server: 'aiohttp',
		});
		response.end('hi');
	};
	const { headers, body } = await ask(server.port, '/comfy/a/view?filename=x', { headers: own() });
	expect(body).toBe('hi');
	const { date: _, connection: __, ...rest } = headers;
	expect(rest).toEqual({
		'content-type': 'text/html',
		'content-length': '2',
		'content-disposition': 'filename="x.html"',
		'accept-ranges': 'bytes',
		etag: '"1"',
		'last-modified': 'Tue, 24 Nov 2026 00:00:00 GMT',
		'cache-control': 'no-cache',
		'retry-after': '3',
		'content-security-policy': "default-src 'none'; sandbox",
		'cross-origin-resource-policy': 'same-origin',
		'x-content-type-options': 'nosniff',
	});
});

test('guards its own refusals as well', async () => {
	const { headers } = await ask(server.port, '/comfy/b/prompt', { headers: own() });
	expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
	expect(headers['cross-origin-resource-policy']).toBe('same-origin');
	expect(headers['x-content-type-options']).toBe('nosniff');
	expect(headers['access-control-allow-origin']).toBeUndefined();
});

test.each([301, 302, 303, 307, 308])('follows no redirect %i', async (status) => {
	const elsewhere = await startUpstream();
	upstream.answer = (_request, response) => {
		response.writeHead(status, { location: `${elsewhere.url}/prompt` });
		response.end();
	};
	for (const answer of [
		await ask(server.port, '/comfy/a/queue', { headers: own() }),
		await post('/comfy/a/prompt', '{}'),
	]) {
		expect(answer.status).toBe(502);
		expect(JSON.parse(answer.body)).toEqual({ error: 'redirect' });
		expect(answer.headers.location).toBeUndefined();
	}
	expect(elsewhere.seen).toEqual([]);
	await elsewhere.close();
});

test('passes 304 and the errors of ComfyUI', async () => {
	for (const status of [304, 400, 403, 404, 500]) {
		upstream.answer = (_request, response) => {
			response.writeHead(status, { etag: '"1"' });
			response.end(status === 304 ? undefined : 'why');
		};
		const answer = await ask(server.port, '/comfy/a/view?filename=x', {
			headers: { ...own(), 'if-none-match': '"1"' },
		});
		expect(answer).toMatchObject({ status, body: status === 304 ? '' : 'why' });
	}
	expect(upstream.seen[0]?.headers['if-none-match']).toBe('"1"');
});

test('passes a Range and the part it gives', async () => {
	upstream.answer = (request, response) => {
		expect(request.headers.range).toBe('bytes=2-3');
		response.writeHead(206, { 'content-range': 'bytes 2-3/10', 'content-length': '2' });
		response.end('cd');
	};
	const answer = await ask(server.port, '/comfy/a/view?filename=x.mp4', {
		headers: { ...own(), range: 'bytes=2-3' },
	});
	expect(answer).toMatchObject({ status: 206, body: 'cd' });
	expect(answer.headers['content-range']).toBe('bytes 2-3/10');
});

test('answers HEAD without a body', async () => {
	upstream.answer = (_request, response) => {
		response.writeHead(200, { 'content-length': '1000' });
		response.end();
	};
	const answer = await ask(server.port, '/comfy/a/view?filename=x', {
		method: 'HEAD',
		headers: own(),
	});
	expect(answer).toMatchObject({ status: 200, body: '' });
	expect(answer.headers['content-length']).toBe('1000');
	expect(upstream.seen[0]?.method).toBe('HEAD');
});

test('drops the body of a GET', async () => {
	await ask(server.port, '/comfy/a/queue', {
		headers: { ...own(), 'content-length': '5' },
		body: 'abcde',
	});
	expect(upstream.seen[0]?.body).toBe('');
});

test('refuses an answer in a coding it did not ask for, since the page would not learn of it', async () => {
	upstream.answer = (_request, response) => {
		response.writeHead(200, { 'content-encoding': 'gzip' });
		response.end(gzipSync('{}'));
	};
	const answer = await ask(server.port, '/comfy/a/queue', { headers: own() });
	expect(answer).toMatchObject({ status: 502, body: '{"error":"encoded"}' });
});

test('streams an upload: ComfyUI has the first half before the second is sent', async () => {
	const half = 'x'.repeat(30_000);
	const done = new Promise<number>((resolve, reject) => {
		const asked = httpRequest({
			port: server.port,
			path: '/comfy/a/upload/image',
			method: 'POST',
			headers: { ...own(), host: `127.0.0.1:${server.port}` },
		});
		asked.on('response', (response) => resolve(response.resume().statusCode ?? 0));
		asked.on('error', reject);
		asked.write(half);
		void until(() => upstream.seen[0]?.body.length === half.length).then(() => asked.end(half));
	});
	expect(await done).toBe(200);
	expect(upstream.seen[0]?.body.length).toBe(2 * half.length);
	expect(upstream.seen[0]?.headers['transfer-encoding']).toBe('chunked');
});

test('streams an answer: the page has the first half before the second is made', async () => {
	let finish = () => {};
	upstream.answer = (_request, response) => {
		response.write('first');
		finish = () => response.end('second');
	};
	const got: string[] = [];
	await new Promise<void>((resolve, reject) => {
		const asked = httpRequest({
			port: server.port,
			path: '/comfy/a/view?filename=x',
			headers: { ...own(), host: `127.0.0.1:${server.port}` },
		});
		asked.on('error', reject);
		asked.on('response', (response) => {
			response.on('data', (chunk) => {
				got.push(String(chunk));
				finish();
			});
			response.on('end', resolve);
		});
		asked.end();
	});
	expect(got).toEqual(['first', 'second']);
});

test('refuses a body over the limit by its announced length, before ComfyUI hears of it', async () => {
	const answer = await post('/comfy/a/upload/image', 'x'.repeat(bodyLimitBytes + 1));
	expect(answer).toMatchObject({ status: 413, body: '{"error":"tooLarge"}' });
	expect(upstream.seen).toEqual([]);
});

test('cuts a body off that grows over the limit without announcing it', async () => {
	const answer = await post('/comfy/a/upload/image', 'x'.repeat(bodyLimitBytes * 3), {
		'transfer-encoding': 'chunked',
	});
	expect(answer).toMatchObject({ status: 413, body: '{"error":"tooLarge"}' });
	await until(() => upstream.seen.every((seen) => seen.aborted));
	for (const seen of upstream.seen) expect(seen.body.length).toBeLessThanOrEqual(bodyLimitBytes);
});

test('takes a body of exactly the limit', async () => {
	expect((await post('/comfy/a/upload/image', 'x'.repeat(bodyLimitBytes))).status).toBe(200);
	expect(upstream.seen[0]?.body.length).toBe(bodyLimitBytes);
});

test('says 502 while ComfyUI is down and works as soon as it is there', async () => {
	await upstream.close();
	const down = await ask(server.port, '/comfy/a/queue', { headers: own() });
	expect(down).toMatchObject({ status: 502, body: '{"error":"unreachable"}' });
	expect((await post('/comfy/a/prompt', '{}')).status).toBe(502);
	upstream = await startUpstream(upstream.port);
	expect((await ask(server.port, '/comfy/a/queue', { headers: own() })).status).toBe(200);
});

test('says 502 when ComfyUI hangs up without an answer', async () => {
	upstream.answer = (request) => request.socket.destroy();
	expect(await ask(server.port, '/comfy/a/queue', { headers: own() })).toMatchObject({
		status: 502,
		body: '{"error":"unreachable"}',
	});
});

test('shows a cut answer as cut', async () => {
	upstream.answer = (request, response) => {
		response.write('half', () => request.socket.destroy());
	};
	await expect(ask(server.port, '/comfy/a/view?filename=x', { headers: own() })).rejects.toThrow();
});

test('ends the request to ComfyUI when the page goes away', async () => {
	upstream.answer = () => {};
	const asked = httpRequest({
		port: server.port,
		path: '/comfy/a/queue',
		headers: { ...own(), host: `127.0.0.1:${server.port}` },
	});
	asked.on('error', () => {});
	asked.end();
	await until(() => upstream.seen.length === 1);
	expect(upstream.seen[0]?.aborted).toBe(false);
	asked.destroy();
	await until(() => upstream.seen[0]?.aborted === true);
});

test('never takes the rest of a refused body for a second request', async () => {
	const inner = `POST /comfy/a/interrupt HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nOrigin: http://127.0.0.1:${server.port}\r\nContent-Length: 0\r\n\r\n`;
	const head = `POST /comfy/a/prompt HTTP/1.1\r\nHost: evil.example\r\nContent-Length: ${inner.length}\r\n\r\n`;
	const answers = await new Promise<string>((resolve) => {
		let text = '';
		const socket = connect(server.port, '127.0.0.1', () => socket.write(head + inner));
		socket.on('data', (chunk) => {
			text += String(chunk);
		});
		socket.on('close', () => resolve(text));
		socket.on('error', () => {});
		void until(() => text !== '').then(() => socket.end());
	});
	expect(answers.match(/HTTP\/1\.1/g)).toHaveLength(1);
	expect(answers).toContain('403');
	expect(upstream.seen).toEqual([]);
});
