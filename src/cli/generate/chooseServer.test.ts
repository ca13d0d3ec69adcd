import { expect, test } from 'vitest';
import { chooseServer } from './chooseServer.ts';

const baseUrl = (flags: Parameters<typeof chooseServer>[0], environment = {}): string => {
	const chosen = chooseServer(flags, environment);
	return chosen.ok ? chosen.value.baseUrl : chosen.error.kind;
};

test('the option wins over the environment, and that over the usual address', () => {
	const environment = { WAN_ATI_COMFYUI: 'gpu=http://gpu.lan:8188/ , http://other' };
	expect(baseUrl({ comfyui: 'https://a.b/comfy/' }, environment)).toBe('https://a.b/comfy');
	expect(baseUrl({}, environment)).toBe('http://gpu.lan:8188');
	expect(baseUrl({})).toBe('http://127.0.0.1:8188');
});

test('an address without a scheme is http, as people type it', () => {
	expect(baseUrl({ comfyui: '127.0.0.1:8188' })).toBe('http://127.0.0.1:8188');
	expect(baseUrl({ comfyui: 'gpu=gpu.lan:9000' })).toBe('http://gpu.lan:9000');
	expect(baseUrl({ comfyui: 'ftp://x' })).toBe('usage');
});

test('a token of the environment belongs to the named server', () => {
	const environment = { WAN_ATI_TOKEN_GPU: 'abc' };
	expect(chooseServer({ comfyui: 'gpu=http://gpu.lan' }, environment)).toMatchObject({
		value: { credentials: { origin: 'http://gpu.lan', authorization: 'Bearer abc' } },
	});
	const other = chooseServer({ comfyui: 'http://gpu.lan' }, environment);
	expect(other.ok && other.value.credentials).toBe(undefined);
});
