import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const run = (...args: string[]) => {
	const env = { ...process.env, WAN_ATI_COMFYUI: '' };
	const ended = spawnSync(process.execPath, ['src/cli/main.ts', ...args], {
		encoding: 'utf8',
		env,
	});
	return { code: ended.status, out: ended.stdout, err: ended.stderr };
};

test('shows its version and only commands that exist', () => {
	expect(run('--version').out).toMatch(/^\d+\.\d+\.\d+\n$/);
	const { code, out } = run('--help');
	expect(code).toBe(0);
	expect([...out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name)).toEqual(['serve', 'help']);
});

test.each([
	[['serve', '--port', 'x'], /whole number from 0 to 65535/],
	[['serve', '--port', '65536'], /whole number from 0 to 65535/],
	[['serve', '--nope'], /unknown option '--nope'/],
	[['serve', '--comfyui', 'nonsense'], /\[NAME=\]URL/],
	[['serve', '--comfyui', 'a=http://x', '--comfyui', 'a=http://y'], /two ComfyUIs are called "a"/],
	[['serve', '--comfyui', 'a=http://x', '--token-file', 'a=/nowhere'], /token of "a".*ENOENT/],
])('%j ends with 1 and says why', (args, message) => {
	const { code, err } = run(...args);
	expect(code).toBe(1);
	expect(err).toMatch(message);
	expect(err).not.toContain('    at ');
});

test('does not print a password that stands in a URL', () => {
	const { code, out, err } = run('serve', '--comfyui', 'http://user:hunter2@x');
	expect(code).toBe(1);
	expect(out + err).not.toContain('hunter2');
});
