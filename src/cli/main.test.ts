import { expect, test } from 'vitest';
import { runCli } from './testing/runCli.ts';

test('shows its version and only commands that exist', async () => {
	expect((await runCli(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
	const { code, out } = await runCli(['--help']);
	expect(code).toBe(0);
	const names = [...out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
	const ours = ['generate', 'validate', 'visualize', 'serve'];
	expect(names).toEqual(expect.arrayContaining(ours));
	for (const name of ours) {
		const help = await runCli([name, '--help']);
		expect([name, help.code]).toEqual([name, 0]);
		expect(help.out).toContain('Examples:');
	}
});

test.each([
	[['serve', '--port', 'x'], /whole number from 0 to 65535/],
	[['serve', '--port', '65536'], /whole number from 0 to 65535/],
	[['serve', '--nope'], /unknown option '--nope'/],
	[['serve', '--comfyui', 'nonsense'], /\[NAME=\]URL/],
	[['serve', '--comfyui', 'a=http://x', '--comfyui', 'a=http://y'], /two ComfyUIs are called "a"/],
	[['serve', '--comfyui', 'a=http://x', '--token-file', 'a=/nowhere'], /token of "a".*ENOENT/],
	[['generate'], /required option '--tracks <file>'/],
	[['generate', '--tracks', 't', '-o', 'v', '--steps', 'many'], /whole number is needed/],
	[['generate', '--tracks', 't', '-o', 'v', '--engine', 'gpu'], /Allowed choices are comfy/],
	[['generate', '--tracks', 't', '-o', 'no/such/v.mp4'], /The folder of no\/such\/v.mp4/],
	[['generate', '--tracks', 't', '-o', '.'], /is a folder/],
	[['validate'], /missing required argument 'file'/],
	[['validate', '--width', '3', 't'], /--width is too small/],
	[['visualize', '--tracks', 't'], /required option '-o, --output/],
	[['paint'], /unknown command 'paint'/],
])('%j ends with 2 and says why', async (args, message) => {
	const { code, out, err } = await runCli(args);
	expect(code).toBe(2);
	expect(err).toMatch(message);
	expect(err).not.toContain('    at ');
	expect(out).toBe('');
});

test('a wrong option with --json is one JSON document too', async () => {
	const { code, out } = await runCli(['validate', '--json', '--nope', 'x']);
	expect(code).toBe(2);
	expect(JSON.parse(out)).toEqual({
		ok: false,
		exitCode: 2,
		error: { kind: 'usage', message: "unknown option '--nope'" },
	});
});

test('does not print a password that stands in a URL', async () => {
	for (const args of [
		['serve', '--comfyui', 'http://user:hunter2@x'],
		['generate', '--tracks', 't', '-o', 'v', '--comfyui', 'http://user:hunter2@x'],
	]) {
		const { code, out, err } = await runCli(args);
		expect(code).toBe(2);
		expect(out + err).not.toContain('hunter2');
	}
});
