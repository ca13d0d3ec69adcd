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
	const servers = await discoverServers(fetcher, 'http://127.0.0.1:5173/index.html?x=1', '');
	expect(servers).toEqual([
		{ id: 'serve:gpu', name: 'gpu', baseUrl: 'http://127.0.0.1:5173/comfy/gpu', kind: 'serve' },
	]);
});

test('a page that ComfyUI serves itself talks to its own host', async () => {
	const fetcher = answering({
		'http://gpu:8188/extensions/wan-ati/wan-ati.json': { version: 'static' },
		'http://gpu:8188/system_stats': { system: {} },
	});
	const servers = await discoverServers(
		fetcher,
		'http://gpu:8188/extensions/wan-ati/index.html',
		'',
	);
	expect(servers.map((s) => s.baseUrl)).toEqual(['http://gpu:8188']);
});

test('the address typed in comes beside them', async () => {
	const servers = await discoverServers(answering({}), 'http://a/', 'http://b:8188');
	expect(servers.map((s) => s.kind)).toEqual(['direct']);
});
