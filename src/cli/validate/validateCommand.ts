import { Command } from 'commander';
import { addCommonOptions } from '../shell/commonOptions.ts';
import type { CommonFlags } from '../shell/createShell.ts';
import { addFrameOptions, type FrameFlags } from '../shot/frameFlags.ts';

export type ValidateFlags = CommonFlags & FrameFlags;

/** `wan-ati validate`: the app's checks for files. */
export const validateCommand = (): Command =>
	addCommonOptions(
		addFrameOptions(
			new Command('validate')
				.description('Check tracks and project files: what the app would show under Checks.')
				.argument(
					'<file...>',
					'tracks in any format that convert reads (ATI JSON, .pth, KJNodes, npy, SVG ...) or .wanati.json projects',
				),
		),
	)
		.addHelpText(
			'after',
			`
Bare tracks are checked for 832 x 480 and 81 frames unless told otherwise.
Ends with 3 when a file cannot be read or has an error; warnings and notes end with 0.

Examples:
  $ wan-ati validate tracks.json
  $ wan-ati validate --width 480 --height 832 --length 49 portrait/*.json
  $ wan-ati validate --json shot.wanati.json | jq .files[0].findings`,
		)
		.action(async (files: string[], flags: ValidateFlags) =>
			(await import('./runValidate.ts')).runValidate(files, flags),
		);
