import { expect, test } from 'vitest';
import { discoverServers } from './discoverServers.ts';

const answering = (routes: Record<string, unknown>): typeof fetch =>
	(async (input: RequestInfo | URL) =>
		String(input) in routes
			? new Response(JSON.stringify(routes[String(input)]))
			: new Response('', { status: 404 })) as typeof fetch;

test('servers named to serve are reached below the page', async () => {
	const fetcher = answering({
		'http://127.0.0.1:5173/wan-ati.json': { servers: [{ name: 'gpu', path: '/comfy/gpu' }] },
	});
	const { servers } = await discoverServers(fetcher, 'http://127.0.0.1:5173/index.html?x=1');
	expect(servers).toEqual([
		{ id: 'serve:gpu', name: 'gpu', baseUrl: 'http://127.0.0.1:5173/comfy/gpu', kind: 'serve' },
	]);
});

test('a page that ComfyUI serves itself talks to its own host', async () => {
	const fetcher = answering({
		'http://gpu:8188/extensions/wan-ati/wan-ati.json': { version: 'static' },
		'http://gpu:8188/system_stats': { system: {} },
	});
	const { servers } = await discoverServers(
		fetcher,
		'http://gpu:8188/extensions/wan-ati/index.html',
	);
	expect(servers.map((s) => s.baseUrl)).toEqual(['http://gpu:8188']);
});

test('the file beside a static build names more, and what is no address is left out', async () => {
	const { servers } = await discoverServers(
		answering({
			'http://a/wanati.config.json': {
				servers: [{ name: 'Big one', url: 'http://b:8188/' }, { url: 'ftp://c' }],
			},
		}),
		'http://a/',
	);
	expect(servers).toEqual([
		{ id: 'direct:http://b:8188', name: 'Big one', baseUrl: 'http://b:8188', kind: 'direct' },
	]);
});

test('behind serve only named addresses may be spoken to, elsewhere any', async () => {
	const direct = ['http://b:8188'];
	const behind = answering({ 'http://a/wan-ati.json': { servers: [], direct } });
	expect((await discoverServers(behind, 'http://a/')).allowed).toEqual(direct);
	expect((await discoverServers(answering({}), 'http://a/')).allowed).toBe(undefined);
});
