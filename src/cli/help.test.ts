import { expect, test } from 'vitest';
import { runCli } from './testing/runCli.ts';

const commands = [
	[],
	['generate'],
	['batch'],
	['validate'],
	['visualize'],
	['convert'],
	['sample'],
	['influence'],
	['metrics'],
	['serve'],
	['workflow'],
	['workflow', 'convert'],
	['workflow', 'inspect'],
	['workflow', 'bind'],
	['doctor'],
	['completion'],
] as const;

// `npx vitest run src/cli/help.test.ts -u` writes them anew; read the difference.
test('the help of every command is as it was read by a person, and has examples', async () => {
	const helps = await Promise.all(
		commands.map(async (words) => ({ words, ...(await runCli([...words, '--help'])) })),
	);
	for (const { words, code, out, err } of helps) {
		expect([words, code, err]).toEqual([words, 0, '']);
		expect(out).toMatch(words.length === 0 ? /To begin:/ : /Examples:/);
		expect(out).not.toContain('\u001b');
	}
	const golden = helps.map(
		({ words, out }) => `$ wan-ati ${[...words, '--help'].join(' ')}\n${out}`,
	);
	await expect(golden.join('\n')).toMatchFileSnapshot('fixtures/help.txt');
}, 120_000);

test('completion names commands, options and their values, alike in each shell', async () => {
	for (const shell of ['bash', 'zsh', 'fish']) {
		const { code, out } = await runCli(['completion', shell]);
		expect(code).toBe(0);
		for (const word of ['generate', 'comfyui', 'comfy draft', 'inspect', 'per-server'])
			expect(out, `${shell} ${word}`).toContain(word);
	}
	expect((await runCli(['completion', 'tcsh'])).code).toBe(2);
}, 120_000);
