import type { Command } from 'commander';

/** `--json` and `--quiet`, which every command takes. */
export const addCommonOptions = (command: Command): Command =>
	command
		.option('--json', 'print one JSON document on stdout, all else on stderr')
		.option('-q, --quiet', 'no progress and no notes');
