import { expect, test } from 'vitest';
import { parseBaseUrl, socketUrl } from './parseBaseUrl.ts';

test('what a person types becomes scheme, host, port and prefix', () => {
	const read = (text: string) => {
		const url = parseBaseUrl(text);
		return url.ok ? url.value : url.error;
	};
	expect(read(' 127.0.0.1:8188 ')).toBe('http://127.0.0.1:8188');
	expect(read('https://gpu.example/comfy/')).toBe('https://gpu.example/comfy');
	expect(read('http://[::1]:8188/?a=1#b')).toBe('http://[::1]:8188');
	expect(read('')).toBe('empty');
	expect(read('http://')).toBe('notAUrl');
	expect(read('ftp://host')).toBe('notHttp');
	expect(read('javascript://x')).toBe('notHttp');
	expect(read('http://me:secret@host')).toBe('credentials');
});

test('the socket goes to the same host and prefix, secure when the page is', () => {
	expect(socketUrl('http://h:1/p', 'a b')).toBe('ws://h:1/p/ws?clientId=a%20b');
	expect(socketUrl('https://h', 'x')).toBe('wss://h/ws?clientId=x');
});
