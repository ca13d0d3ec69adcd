import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeEntry, type OwnNames } from './judgeEntry.ts';

const own: OwnNames = { port: 5173, allowHosts: ['studio.example', 'gpu.lan:9000'] };
const host = '127.0.0.1:5173';
const origin = 'http://127.0.0.1:5173';

test.each([
	'localhost:5173',
	'LOCALHOST:5173',
	'127.0.0.1:5173',
	'[::1]:5173',
	'studio.example',
	'studio.example:8443',
	'gpu.lan:9000',
])('answers to its own name %s', (name) => {
	expect(judgeEntry('GET', { host: name }, own, 'page')).toBeUndefined();
});

test.each([
	undefined,
	'',
	'evil.example:5173',
	'localhost',
	'localhost:5174',
	'localhost.:5173',
	'localhost.evil.example:5173',
	'127.0.0.1.nip.io:5173',
	'evil@127.0.0.1:5173',
	'127.0.0.1:5173/..',
	'127.0.0.1:5173, 127.0.0.1:5173',
	'192.168.0.2:5173',
	'0.0.0.0:5173',
	'gpu.lan:9001',
	'gpu.lan',
])('refuses the foreign Host %s', (name) => {
	expect(judgeEntry('GET', { host: name }, own, 'page')).toBe('host');
});

test('refuses every Host that is not one of its names', () => {
	fc.assert(
		fc.property(fc.webAuthority(), (name) => {
			fc.pre(!/^(localhost|127\.0\.0\.1|\[::1\]|studio\.example|gpu\.lan)(:|$)/i.test(name));
			expect(judgeEntry('GET', { host: name }, own, 'page')).toBe('host');
		}),
	);
});

test.each(['cross-site', 'same-site', 'Same-Origin ', 'same-origin, same-origin', ''])(
	'refuses Sec-Fetch-Site %s',
	(site) => {
		for (const zone of ['page', 'comfy', 'upgrade'] as const)
			expect(judgeEntry('GET', { host, origin, 'sec-fetch-site': site }, own, zone)).toBe(
				'fetchSite',
			);
	},
);

test('lets a typed address open the page and nothing else', () => {
	const headers = { host, origin, 'sec-fetch-site': 'none' };
	expect(judgeEntry('GET', headers, own, 'page')).toBeUndefined();
	expect(judgeEntry('GET', headers, own, 'comfy')).toBe('fetchSite');
	expect(judgeEntry('GET', headers, own, 'upgrade')).toBe('fetchSite');
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'get'])(
	'needs our Origin on %s',
	(method) => {
		expect(judgeEntry(method, { host }, own, 'comfy')).toBe('origin');
		expect(judgeEntry(method, { host, origin }, own, 'comfy')).toBeUndefined();
	},
);

test('needs our Origin on an upgrade, although it is a GET', () => {
	expect(judgeEntry('GET', { host }, own, 'upgrade')).toBe('origin');
	expect(judgeEntry('GET', { host, origin }, own, 'upgrade')).toBeUndefined();
});

test.each([
	'null',
	'',
	'http://evil.example',
	'http://localhost:5173',
	'https://127.0.0.1:5173',
	'http://127.0.0.1:5174',
	'http://127.0.0.1:5173/',
	'http://127.0.0.1:5173, http://127.0.0.1:5173',
])('refuses the Origin %s, on a GET too', (foreign) => {
	for (const method of ['GET', 'POST'])
		expect(judgeEntry(method, { host, origin: foreign }, own, 'comfy')).toBe('origin');
});

test('takes https as our origin only for a name behind a proxy', () => {
	const headers = { host: 'studio.example', origin: 'https://studio.example' };
	expect(judgeEntry('POST', headers, own, 'comfy')).toBeUndefined();
});
