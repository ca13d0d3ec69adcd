import { Command } from 'commander';
import { addCommonOptions } from '../shell/commonOptions.ts';
import type { CommonFlags } from '../shell/createShell.ts';
import { addFrameOptions, type FrameFlags } from '../shot/frameFlags.ts';

export interface ValidateFlags extends CommonFlags, FrameFlags {
	readonly fix?: boolean;
	readonly output?: string;
}

/** `wan-ati validate`: the app's checks for files. */
export const validateCommand = (): Command =>
	addCommonOptions(
		addFrameOptions(
			new Command('validate')
				.description('Check tracks, projects and workflows: what the app would show under Checks.')
				.argument(
					'<file...>',
					'files, folders or patterns: tracks in any format that convert reads, .wanati.json projects, ComfyUI workflows',
				),
		)
			.option('--fix', 'mend what a command can mend, and write the result with -o')
			.option('-o, --output <path>', 'with --fix: where to write; a folder for several files'),
	)
		.addHelpText(
			'after',
			`
Bare tracks are checked for 832 x 480 and 81 frames unless told otherwise. In a folder, and the folders in it, files that
hold something else are passed over.
--fix takes the first remedy that is offered for each error and warning; hints stay. Tracks keep their format unless the
ending of -o tells another.
Ends with 3 when a file cannot be read or has (still) an error; warnings and notes end with 0.

Examples:
  $ wan-ati validate tracks.json
  $ wan-ati validate --width 480 --height 832 --length 49 'portrait/**/*.json'
  $ wan-ati validate shots/ --json | jq '.files[] | select(.error)'
  $ wan-ati validate --fix tracks.json -o mended.json`,
		)
		.action(async (files: string[], flags: ValidateFlags) =>
			(await import('./runValidate.ts')).runValidate(files, flags),
		);
