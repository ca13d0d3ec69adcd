import type { Command, CommanderError } from 'commander';
import { jsonDocument } from './createShell.ts';
import { exitCodes } from './exitCodes.ts';

/**
 * Makes wrong options end with 2, in every command below: commander's own is 1. With `--json` on the line the one document
 * is written too, since whoever reads stdout expects one.
 */
export function endUsageErrors(command: Command): void {
	command.exitOverride(leave);
	command.showHelpAfterError(`(${pathOf(command)} --help shows every option)`);
	for (const child of command.commands) endUsageErrors(child);
}

function leave(error: CommanderError): never {
	if (error.exitCode === 0) process.exit(exitCodes.ok);
	if (process.argv.includes('--json'))
		process.stdout.write(
			jsonDocument({
				exitCode: exitCodes.usage,
				document: {
					error: { kind: 'usage', message: error.message.replace(/^error: /, '') },
				},
			}),
		);
	process.exit(exitCodes.usage);
}

const pathOf = (command: Command): string =>
	command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
