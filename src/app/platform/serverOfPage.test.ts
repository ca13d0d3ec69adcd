import { expect, test } from 'vitest';
import { serverOfPage } from './serverOfPage.ts';

test('a custom node’s folder is below its ComfyUI, whatever path a proxy gave that', () => {
	expect(serverOfPage('http://a:8188/extensions/wan-ati-studio/app/index.html?v=1#x')).toBe(
		'http://a:8188',
	);
	expect(serverOfPage('https://a/comfy/extensions/x/index.html')).toBe('https://a/comfy');
});

test('any other page may be of the host’s root', () => {
	expect(serverOfPage('http://a:8188/')).toBe('http://a:8188');
	expect(serverOfPage('http://a:8188/sub/index.html')).toBe('http://a:8188');
});
