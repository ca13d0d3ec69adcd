import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Standin, type StandinVersion, startStandin } from '../createStandin.ts';
import { rawRequest } from '../testing/testClient.ts';
import { passesOriginRule } from './originRule.ts';

interface Row {
	readonly note: string;
	readonly method: string;
	readonly path: string;
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
}

const recorded = (version: StandinVersion): readonly Row[] =>
	JSON.parse(
		readFileSync(new URL(`../fixtures/origin.${version}.json`, import.meta.url), 'utf8'),
	) as readonly Row[];

const upgrade = {
	Connection: 'Upgrade',
	Upgrade: 'websocket',
	'Sec-WebSocket-Version': '13',
	'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
};

describe.each(['0.33.0', '0.3.64'] as const)('the origin check of %s', (versionLike) => {
	let standin: Standin;
	beforeAll(async () => {
		standin = await startStandin({ versionLike });
	});
	afterAll(() => standin.close());

	test.each(recorded(versionLike))('$method $path, $note: $status', async (row) => {
		// The recorded server's port becomes ours; the foreign page's port stays.
		const here = (text: string): string => text.replace(/:(8188|8189)\b/, `:${standin.port}`);
		const headers = Object.fromEntries(
			Object.entries(row.headers).map(([name, value]) => [name, here(value)]),
		);
		const socket = row.path === '/ws' ? upgrade : {};
		const answer = await rawRequest(standin.port, row.method, row.path, { ...headers, ...socket });
		expect(answer.status).toBe(row.status);
		if (row.status === 403) expect(answer.body).toHaveLength(0);
		expect(answer.headers['access-control-allow-origin']).toBeUndefined();
	});
});

test('IPv6 loopback is loopback', () => {
	const from = (origin: string): boolean =>
		passesOriginRule('0.33.0', { host: '[::1]:8188', origin, secFetchSite: undefined });
	expect(from('http://[::1]:8188')).toBe(true);
	expect(from('http://[::1]:5173')).toBe(false);
});

describe('with --enable-cors-header', () => {
	let standin: Standin;
	const origin = 'http://localhost:5173';
	beforeAll(async () => {
		standin = await startStandin({ enableCorsHeader: origin, maxUploadBytes: 1000 });
	});
	afterAll(() => standin.close());
	const ask = (method: string, path: string, headers = {}, body?: string) =>
		rawRequest(standin.port, method, path, { Origin: origin, ...headers }, body);

	test.each([
		['GET', '/system_stats', 200],
		['OPTIONS', '/prompt', 200],
		['GET', '/nope', 404],
		['GET', '/view?filename=none.png', 404],
	])('%s %s carries the headers', async (method, path, status) => {
		const answer = await ask(method, path, { 'Sec-Fetch-Site': 'cross-site' });
		expect(answer.status).toBe(status);
		expect(answer.headers).toMatchObject({
			'access-control-allow-origin': origin,
			'access-control-allow-methods': 'POST, GET, DELETE, PUT, OPTIONS, PATCH',
			'access-control-allow-headers': 'Content-Type, Authorization',
			'access-control-allow-credentials': 'true',
		});
	});

	test('another origin is told the configured one', async () => {
		const answer = await ask('GET', '/features', { Origin: 'https://example.com' });
		expect(answer.headers['access-control-allow-origin']).toBe(origin);
	});

	test('a validation error can be read across origins', async () => {
		const answer = await ask('POST', '/prompt', {}, '{"prompt":{}}');
		expect(answer.status).toBe(400);
		expect(answer.headers['access-control-allow-origin']).toBe(origin);
	});

	test.each([
		['500', 'POST', '/prompt', 'x', 500],
		['413', 'POST', '/upload/image', 'x'.repeat(1001), 413],
		['405', 'POST', '/system_stats', '', 405],
	])('an error %s goes without the headers', async (_name, method, path, body, status) => {
		const answer = await ask(method, path, {}, body);
		expect(answer.status).toBe(status);
		expect(answer.headers['access-control-allow-origin']).toBeUndefined();
	});

	test('a socket of any origin is accepted', async () => {
		expect((await ask('GET', '/ws', { ...upgrade, Origin: 'http://evil.example' })).status).toBe(
			101,
		);
	});
});
