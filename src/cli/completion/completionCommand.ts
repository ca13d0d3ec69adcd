import { Argument, Command } from 'commander';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type ShellName = (typeof shells)[number];

/** `wan-ati completion`: a script that lets a shell complete commands and options. @param program Asked when it runs. */
export const completionCommand = (program: () => Command): Command =>
	new Command('completion')
		.description('Print a script that completes commands, options and their values in a shell.')
		.addArgument(new Argument('<shell>', 'the shell that reads it').choices(shells))
		.addHelpText(
			'after',
			`
Examples:
  $ source <(wan-ati completion bash)
  $ wan-ati completion zsh > "\${fpath[1]}/_wan-ati"
  $ wan-ati completion fish > ~/.config/fish/completions/wan-ati.fish`,
		)
		.action(async (shell: ShellName) => {
			const { completionScript } = await import('./completionScript.ts');
			process.stdout.write(completionScript(program(), shell));
		});
