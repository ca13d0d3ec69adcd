import { expect, test } from 'vitest';
import { contentSecurityPolicy } from './pageHeaders.ts';

const directive = (policy: string, name: string) =>
	policy.split('; ').find((part) => part.startsWith(`${name} `));

test('names our own host and the added servers, and no scheme at large', () => {
	const policy = contentSecurityPolicy({
		nonce: 'n',
		host: 'gpu.local:5173',
		direct: ['http://10.0.0.9:8188', 'https://comfy.example/prefix'],
	});
	expect(directive(policy, 'connect-src')).toBe(
		"connect-src 'self' blob: data: ws://gpu.local:5173 wss://gpu.local:5173 " +
			'http://10.0.0.9:8188 https://comfy.example ws://10.0.0.9:8188 wss://comfy.example',
	);
	expect(directive(policy, 'img-src')).toContain('http://10.0.0.9:8188 https://comfy.example');
	expect(directive(policy, 'media-src')).toContain('http://10.0.0.9:8188 https://comfy.example');
	expect(policy).not.toMatch(/(?:^|\s)(?:https?|wss?):(?:\s|;)/);
});

test('nothing is trusted but our one policy', () => {
	const policy = contentSecurityPolicy();
	expect(policy).toContain("require-trusted-types-for 'script'; trusted-types wan-ati");
	expect(directive(policy, 'script-src')).toBe("script-src 'self'");
	expect(directive(policy, 'worker-src')).toBe("worker-src 'self'");
});

test('styles are files of ours or carry the nonce of their own answer, and nothing else is let in by default', () => {
	expect(directive(contentSecurityPolicy(), 'style-src')).toBe("style-src 'self'");
	const policy = contentSecurityPolicy({ nonce: 'n' });
	expect(directive(policy, 'style-src')).toBe("style-src 'self' 'nonce-n'");
	expect(directive(policy, 'default-src')).toBe("default-src 'none'");
	expect(directive(policy, 'base-uri')).toBe("base-uri 'none'");
	expect(policy).not.toContain('unsafe');
});

test('an address that a policy has no word for adds nothing, and none can add a directive', () => {
	const policy = contentSecurityPolicy({ direct: ['http://[::1]:8188'], host: 'a; script-src *' });
	expect(directive(policy, 'connect-src')).toBe("connect-src 'self' blob: data:");
});
