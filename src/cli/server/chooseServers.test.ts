import { expect, test } from 'vitest';
import { chooseServers, type ServerFlags } from './chooseServers.ts';

const urls = (flags: ServerFlags, environment = {}, all = true): string | readonly string[] => {
	const chosen = chooseServers(flags, environment, all);
	return chosen.ok ? chosen.value.map(({ baseUrl }) => baseUrl) : chosen.error.kind;
};

test('the options win over the environment, and that over the usual address', () => {
	const environment = { WAN_ATI_COMFYUI: 'gpu=http://gpu.lan:8188/ , http://other' };
	expect(urls({ comfyui: ['https://a.b/comfy/'] }, environment)).toEqual(['https://a.b/comfy']);
	expect(urls({}, environment)).toEqual(['http://gpu.lan:8188', 'http://other']);
	expect(urls({}, environment, false)).toEqual(['http://gpu.lan:8188']);
	expect(urls({})).toEqual(['http://127.0.0.1:8188']);
});

test('an address without a scheme is http, as people type it; the same twice is one', () => {
	const comfyui = ['127.0.0.1:8188', 'gpu=gpu.lan:9000', 'again=http://127.0.0.1:8188/'];
	expect(urls({ comfyui })).toEqual(['http://127.0.0.1:8188', 'http://gpu.lan:9000']);
	expect(urls({ comfyui: ['ftp://x'] })).toBe('usage');
});

test('a token of the environment belongs to the named server', () => {
	const environment = { WAN_ATI_TOKEN_GPU: 'abc' };
	const comfyui = ['gpu=http://gpu.lan', 'http://other'];
	expect(chooseServers({ comfyui }, environment, true)).toMatchObject({
		value: [{ credentials: { origin: 'http://gpu.lan', authorization: 'Bearer abc' } }, {}],
	});
	const other = chooseServers({ comfyui: ['http://gpu.lan'] }, environment, true);
	expect(other.ok && other.value[0]?.credentials).toBe(undefined);
});
