import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readUpstreams, splitUpstreamTexts } from './upstream.ts';

const folder = mkdtempSync(join(tmpdir(), 'wan-ati-token-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
};
const read = (texts: string[], files: string[] = [], environment = {}) => {
	const result = readUpstreams(texts, files, environment);
	return result.ok
		? result.value.map(({ name, url, authorization }) => [name, url.href, authorization])
		: result.error;
};

test('names what has no name, and keeps a path as a prefix', () => {
	expect(
		read(['http://127.0.0.1:8188', 'gpu=https://gpu.lan/comfy?x#y', 'http://[::1]:1/a/']),
	).toEqual([
		['comfyui', 'http://127.0.0.1:8188/', undefined],
		['gpu', 'https://gpu.lan/comfy/', undefined],
		['comfyui3', 'http://[::1]:1/a/', undefined],
	]);
});

test.each([
	['127.0.0.1:8188', 'notAUrl'],
	['localhost:8188', 'wrongScheme'],
	['nonsense', 'notAUrl'],
	['a b=http://x', 'notAUrl'],
	['a=', 'notAUrl'],
	['file:///etc/passwd', 'wrongScheme'],
	['a=ws://x', 'wrongScheme'],
	['http://user:pass@x', 'credentialsInUrl'],
])('refuses %s', (text, kind) => {
	expect(read([text])).toMatchObject({ kind });
});

test('does not repeat a password in what it says', () => {
	expect(JSON.stringify(read(['http://user:hunter2@x']))).not.toContain('hunter2');
});

test('refuses two of one name', () => {
	expect(read(['a=http://x', 'a=http://y'])).toEqual({ kind: 'duplicateName', name: 'a' });
});

test('takes tokens from a file first, then from the environment', () => {
	const environment = { WAN_ATI_TOKEN_A: 'env-a', WAN_ATI_TOKEN_GPU_2: 'Basic eDp5', OTHER: 'x' };
	expect(
		read(
			['a=http://x', 'gpu-2=http://y', 'c=http://z'],
			[`a=${file('t', 'file-a\n')}`],
			environment,
		),
	).toEqual([
		['a', 'http://x/', 'Bearer file-a'],
		['gpu-2', 'http://y/', 'Basic eDp5'],
		['c', 'http://z/', undefined],
	]);
});

test.each(['', ' \n', 'a\nX-Evil: 1', 'a\r\nb', 'p\u00e4ss', '\u0000'])(
	'refuses the token %j',
	(text) => {
		expect(read(['a=http://x'], [`a=${file('bad', text)}`])).toMatchObject({ kind: 'badToken' });
	},
);

test('refuses a token file that is missing or of no server', () => {
	expect(read(['a=http://x'], [`a=${join(folder, 'none')}`])).toMatchObject({
		kind: 'badToken',
		reason: 'ENOENT',
	});
	expect(read(['a=http://x'], ['b=/x'])).toEqual({ kind: 'unknownName', name: 'b' });
	expect(read(['a=http://x'], ['nonsense'])).toEqual({ kind: 'unknownName', name: 'nonsense' });
});

test('splits what the environment names', () => {
	expect(splitUpstreamTexts(' http://a , b=http://b,, ')).toEqual(['http://a', 'b=http://b']);
	expect(splitUpstreamTexts(undefined)).toEqual([]);
});
