import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comfyPath } from './comfyPath.ts';

const get = (path: string) => comfyPath('GET', path);
const reads = [
	'system_stats',
	'features',
	'object_info',
	'object_info/KSampler',
	'models',
	'models/loras',
	'prompt',
	'queue',
	'history',
	'history/6f1c',
	'view',
	'api/jobs',
	'api/jobs/6f1c',
	'templates/video_wan_ati.json',
];
const writes = ['prompt', 'queue', 'interrupt', 'free', 'upload/image', 'api/jobs/6f1c/cancel'];

test.each(reads)('GET and HEAD may read /%s', (path) => {
	for (const method of ['GET', 'HEAD'])
		expect(comfyPath(method, `/comfy/a/${path}`)).toEqual({ ok: true, server: 'a', target: path });
});

test.each(writes)('POST may write /%s', (path) => {
	expect(comfyPath('POST', `/comfy/a/${path}`)).toEqual({ ok: true, server: 'a', target: path });
});

test('only an upgrade may open /ws, and it opens nothing else', () => {
	expect(comfyPath('UPGRADE', '/comfy/a/ws?clientId=1')).toEqual({
		ok: true,
		server: 'a',
		target: 'ws?clientId=1',
	});
	expect(get('/comfy/a/ws')).toMatchObject({ ok: false, error: 'notAllowed' });
	for (const path of [...reads, ...writes])
		expect(comfyPath('UPGRADE', `/comfy/a/${path}`)).toMatchObject({ ok: false });
});

test('no method reaches what the list does not give it', () => {
	for (const path of reads.filter((read) => !writes.includes(read)))
		expect(comfyPath('POST', `/comfy/a/${path}`)).toMatchObject({ error: 'notAllowed' });
	for (const path of writes.filter((write) => !reads.includes(write)))
		if (!path.endsWith('cancel'))
			expect(get(`/comfy/a/${path}`)).toMatchObject({ error: 'notAllowed' });
	for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'get', ''])
		for (const path of [...reads, ...writes])
			expect(comfyPath(method, `/comfy/a/${path}`)).toMatchObject({ error: 'notAllowed' });
});

test.each([
	'userdata/x',
	'api/userdata/x',
	'internal/logs',
	'settings',
	'users',
	'extensions',
	'upload/mask',
	'api/prompt',
	'view/x',
	'view/',
	'history/a/b',
	'models/loras/x',
	'',
	'system_statsx',
	'xsystem_stats',
	'templates/video_wan_ati-json',
	'templates/other.json',
	'api/jobs/cancel/cancel/x',
])('refuses the path /%s', (path) => {
	expect(get(`/comfy/a/${path}`)).toMatchObject({ ok: false, error: 'notAllowed' });
});

test.each([
	'/comfy/a/history/%2e%2e',
	'/comfy/a/history/..',
	'/comfy/a/../b/prompt',
	'/comfy/a/%2e%2e/b/prompt',
	'/comfy/a/history/%252e%252e',
	'/comfy/a/history/%25',
	'/comfy/a//prompt',
	'/comfy/a/%2fprompt',
	'/comfy//a/prompt',
	'//comfy/a/prompt',
	'/comfy/a/history/x%5c..%5cy',
	'/comfy/a/history/x\\y',
	'/comfy/a/history/%00',
	'/comfy/a/history/%0d%0aSet-Cookie:%20x',
	'/comfy/a/history/%ff',
	'/comfy/a/history/%',
	'/comfy/a/history/%zz',
])('refuses the path %s as malformed', (path) => {
	expect(get(path)).toMatchObject({ ok: false, status: 400, error: 'badPath' });
});

test.each(['/comfy/a/history/.', '/comfy/a/models/%2e', '/comfy/a/./prompt'])(
	'refuses %s, whose dot a URL parser would remove',
	(path) => {
		expect(get(path)).toMatchObject({ ok: false });
	},
);

test.each([
	'/comfy/a b/prompt',
	'/comfy/a%20b/prompt',
	'/comfy//prompt',
	'/comfy/a',
	'/comfy/',
	'/COMFY/a/prompt',
	'/comfy/__proto__x.y/prompt',
	'http://evil.example/comfy/a/prompt',
])('takes no server name out of %s', (path) => {
	expect(get(path)).toMatchObject({ ok: false });
});

test('encodes a decoded name again, so that it cannot grow a query or a fragment', () => {
	expect(get('/comfy/a/object_info/KSampler%20%28x%29%3Fa%23b')).toMatchObject({
		target: 'object_info/KSampler%20(x)%3Fa%23b',
	});
	expect(get('/comfy/a/history/x%2fy')).toMatchObject({ ok: false });
});

test('leaves the query as it came', () => {
	expect(get('/comfy/a/view?filename=a%20b.mp4&subfolder=..%2fx&type=output')).toMatchObject({
		target: 'view?filename=a%20b.mp4&subfolder=..%2fx&type=output',
	});
});

test('whatever passes stays below the one folder it names', () => {
	const part = fc.constantFrom(
		'.',
		'..',
		'/',
		'%2e',
		'%2f',
		'%5c',
		'\\',
		'%25',
		'a',
		'history',
		'view',
		'%00',
		'?',
		'#',
		'\u00e9',
	);
	fc.assert(
		fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
			const result = get(`/comfy/a/history/${parts.join('')}`);
			if (!result.ok) return;
			const url = new URL(result.target, 'http://comfy.example/prefix/');
			expect(url.pathname).toMatch(/^\/prefix\/history(\/[^/]+)?$/);
			expect(decodeURIComponent(url.pathname)).not.toMatch(/\.\.|\\|%|\/\//);
		}),
		{ numRuns: 500 },
	);
});
