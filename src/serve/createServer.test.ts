import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createServer } from './createServer.ts';
import { noncePlaceholder } from './pageHeaders.ts';
import { ask, ownHeaders } from './testing/ask.ts';
import { startServer } from './testing/startServer.ts';

type Started = Awaited<ReturnType<typeof startServer>>;
const running: Started[] = [];
afterEach(async () => {
	for (const server of running.splice(0)) await server.close();
});
const start = async (options = {}) => {
	const server = await startServer(options);
	running.push(server);
	return server;
};
const gpu = { name: 'gpu', url: new URL('http://10.0.0.9:8188/'), authorization: 'Bearer s3cret' };

test('serves the page with a policy and a nonce of its own each time', async () => {
	const { port, url } = await start();
	expect(url).toBe(`http://127.0.0.1:${port}/`);
	const nonces = new Set<string>();
	for (const path of ['/', '/index.html']) {
		const { status, headers, body } = await ask(port, path, {
			headers: { 'sec-fetch-site': 'none' },
		});
		expect(status).toBe(200);
		expect(body).not.toContain(noncePlaceholder);
		const nonce = /nonce="([^"]+)"/.exec(body)?.[1] ?? '';
		nonces.add(nonce);
		const policy = headers['content-security-policy'];
		expect(policy).toContain(`style-src 'self' 'nonce-${nonce}';`);
		expect(policy).toContain("default-src 'none'; script-src 'self';");
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toMatch(/unsafe/);
		expect(headers).toMatchObject({
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'same-origin',
			'cross-origin-opener-policy': 'same-origin',
		});
		expect(headers['access-control-allow-origin']).toBeUndefined();
	}
	expect(nonces.size).toBe(2);
});

test('lets browsers keep files named by their content, and asks again for the others', async () => {
	const { port } = await start();
	const script = await ask(port, '/assets/index-abc.mjs');
	expect(script.headers['content-type']).toContain('javascript');
	expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
	expect(script.headers['content-security-policy']).toContain("script-src 'self'");
	expect((await ask(port, '/favicon.svg')).headers['cache-control']).toBe('no-cache');
});

test.each([
	'/.secret',
	'/%2esecret',
	'/../package.json',
	'/assets/../../package.json',
	'/%2e%2e/package.json',
	'/assets/%2e%2e/%2e%2e/x',
	'/missing',
	'/assets/',
	'/%00',
])('serves nothing at %s', async (path) => {
	const { port } = await start();
	const { status, body } = await ask(port, path);
	expect(status).toBeGreaterThanOrEqual(400);
	expect(body).not.toContain('secret"');
	expect(body).not.toContain('dependencies');
});

test('names its ComfyUIs without address or token', async () => {
	const { port } = await start({ servers: [gpu] });
	const { headers, body } = await ask(port, '/wan-ati.json', { headers: ownHeaders(port) });
	expect(JSON.parse(body)).toEqual({
		version: '1.2.3',
		servers: [{ name: 'gpu', path: '/comfy/gpu' }],
		direct: [],
	});
	expect(headers['cache-control']).toBe('no-store');
});

test.each([
	['/', { host: 'evil.example' }],
	['/wan-ati.json', { host: 'evil.example' }],
	['/assets/index-abc.mjs', { host: 'evil.example' }],
	['/missing', { host: 'evil.example' }],
	['/', { 'sec-fetch-site': 'cross-site' }],
	['/wan-ati.json', { 'sec-fetch-site': 'cross-site' }],
	['/wan-ati.json', { 'sec-fetch-site': 'same-site' }],
	['/wan-ati.json', { origin: 'http://evil.example' }],
])('refuses %s with %j', async (path, headers) => {
	const { port } = await start({ servers: [gpu] });
	const answer = await ask(port, path, { headers });
	expect(answer.status).toBe(403);
	expect(answer.body).not.toContain('gpu');
});

test('says which port is busy', async () => {
	const { port, appFolder } = await start();
	const second = await createServer({ appFolder, version: '1', servers: [], port });
	expect(second).toEqual({ ok: false, error: { kind: 'portBusy', port } });
});

test('says that there is no built app', async () => {
	const result = await createServer({ appFolder: '/nowhere', version: '1', servers: [], port: 0 });
	expect(result).toMatchObject({ ok: false, error: { kind: 'appMissing' } });
});

test('says that an address is not ours', async () => {
	const { appFolder } = await start();
	const host = '203.0.113.1';
	const result = await createServer({
		appFolder,
		version: '1',
		servers: [],
		port: 0,
		host,
		allowHosts: ['x'],
	});
	expect(result).toEqual({ ok: false, error: { kind: 'hostUnavailable', host } });
});

test('serves a new build without a restart', async () => {
	const { port, appFolder } = await start();
	writeFileSync(join(appFolder, 'index.html'), 'new build');
	expect((await ask(port, '/')).body).toBe('new build');
});

test.each(['0.0.0.0', '::', '192.168.1.2', 'example.com'])(
	'does not listen on %s without --allow-host',
	async (host) => {
		const { appFolder } = await start();
		const result = await createServer({ appFolder, version: '1', servers: [], port: 0, host });
		expect(result).toEqual({ ok: false, error: { kind: 'hostNeedsAllowHost', host } });
	},
);

test('gives no access key on loopback', async () => {
	expect((await start()).accessKey).toBeUndefined();
	expect((await start({ host: 'localhost' })).accessKey).toBeUndefined();
});

const open = () => start({ host: '0.0.0.0', allowHosts: ['studio.example'], servers: [gpu] });
const enter = (port: number, key: string) =>
	ask(port, '/access', {
		method: 'POST',
		headers: {
			host: 'studio.example',
			origin: 'http://studio.example',
			'content-type': 'application/x-www-form-urlencoded',
		},
		body: new URLSearchParams({ key }).toString(),
	});

test('shows nothing to those without the access key, and asks for it on the page', async () => {
	const { port, accessKey, url } = await open();
	expect(url).toBe(`http://studio.example:${port}/`);
	expect(accessKey).toMatch(/^[\w-]{22}$/);
	for (const path of [
		'/',
		'/index.html',
		'/wan-ati.json',
		'/assets/index-abc.mjs',
		'/missing',
		'/comfy/gpu/queue',
		`/?key=${accessKey}`,
	]) {
		const headers = { host: 'studio.example', cookie: `wan_ati_${port}=${accessKey}` };
		const { status, body } = await ask(port, path, { headers });
		expect([path, status]).toEqual([path, 401]);
		expect(body).not.toContain(accessKey);
		expect(body.includes('<form')).toBe(path === '/');
	}
	const socket = new WebSocket(`ws://127.0.0.1:${port}/comfy/gpu/ws`, {
		headers: { host: 'studio.example', origin: 'http://studio.example' },
	});
	const error = await new Promise<Error>((done) => socket.on('error', done));
	expect(error.message).toContain('401');
});

test('gives no cookie for a wrong key, nor to a foreign page that knows the right one', async () => {
	const { port, accessKey = '' } = await open();
	for (const wrong of ['', 'x', accessKey.slice(1), `${accessKey}x`, accessKey.toLowerCase()]) {
		const answer = await enter(port, wrong);
		expect(answer.status).toBe(401);
		expect(answer.headers['set-cookie']).toBeUndefined();
	}
	const foreign = await ask(port, '/access', {
		method: 'POST',
		headers: {
			host: 'studio.example',
			origin: 'http://evil.example',
			'content-type': 'application/x-www-form-urlencoded',
		},
		body: `key=${accessKey}`,
	});
	expect(foreign.status).toBe(403);
	expect(foreign.headers['set-cookie']).toBeUndefined();
});

test('trades the key for a cookie that only our own pages send and no script reads', async () => {
	const { port, accessKey = '' } = await open();
	const entered = await enter(port, accessKey);
	expect(entered.status).toBe(303);
	expect(entered.headers.location).toBe('/');
	const [cookie = ''] = entered.headers['set-cookie'] ?? [];
	expect(cookie).toContain('HttpOnly');
	expect(cookie).toContain('SameSite=Strict');
	expect(cookie).not.toContain(accessKey);
	const headers = { host: 'studio.example', cookie: cookie.split(';')[0] };
	expect((await ask(port, '/', { headers })).body).toContain('csp-nonce');
	expect((await ask(port, '/wan-ati.json', { headers })).status).toBe(200);
	// With the cookie the other rules still hold.
	expect((await ask(port, '/', { headers: { ...headers, host: 'evil.example' } })).status).toBe(
		403,
	);
	const write = { method: 'POST', headers };
	expect((await ask(port, '/comfy/gpu/interrupt', write)).status).toBe(403);
});

const change = (port: number, body: unknown, headers: Record<string, string> = {}) =>
	ask(port, '/wan-ati.json/servers', {
		method: 'POST',
		headers: { ...ownHeaders(port), 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body),
	});

test('an added ComfyUI is in the next policy and list, a removed one is not', async () => {
	const { port } = await start();
	expect((await change(port, { add: 'http://10.0.0.9:8188/' })).status).toBe(200);
	const page = await ask(port, '/', { headers: { 'sec-fetch-site': 'none' } });
	expect(page.headers['content-security-policy']).toContain(
		`connect-src 'self' blob: data: ws://127.0.0.1:${port} wss://127.0.0.1:${port} http://10.0.0.9:8188 ws://10.0.0.9:8188`,
	);
	const about = await ask(port, '/wan-ati.json');
	expect(JSON.parse(about.body)).toMatchObject({ direct: ['http://10.0.0.9:8188'] });
	await change(port, { remove: 'http://10.0.0.9:8188' });
	expect(JSON.parse((await ask(port, '/wan-ati.json')).body)).toMatchObject({ direct: [] });
});

test('nobody else adds a ComfyUI, and nothing else is added', async () => {
	const { port } = await start();
	const stranger = { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' };
	expect((await change(port, { add: 'http://evil.example' }, stranger)).status).toBe(403);
	const form = { 'content-type': 'text/plain' };
	expect((await change(port, { add: 'http://evil.example' }, form)).status).toBe(400);
	for (const body of [{}, null, { add: 7 }, { add: 'ftp://x' }, { add: "http://x'; script-src *" }])
		expect((await change(port, body)).status).toBe(400);
	const long = { add: `http://x/${'a'.repeat(5000)}` };
	expect((await change(port, long)).status).toBe(413);
	expect(JSON.parse((await ask(port, '/wan-ati.json')).body)).toMatchObject({ direct: [] });
});
