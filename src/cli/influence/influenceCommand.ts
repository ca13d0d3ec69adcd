import { Command, InvalidArgumentError } from 'commander';
import { addCommonOptions } from '../shell/commonOptions.ts';
import type { CommonFlags } from '../shell/createShell.ts';
import { addFrameOptions, type FrameFlags, parseNumber, parseWhole } from '../shot/frameFlags.ts';

export interface InfluenceFlags extends CommonFlags, FrameFlags {
	readonly asIs?: boolean;
	readonly temperature?: number;
	readonly topk?: number;
	readonly output: string;
}

/** `wan-ati influence`: the weights of WanTrackToVideo as a NumPy file. */
export const influenceCommand = (): Command =>
	addCommonOptions(
		addFrameOptions(
			new Command('influence')
				.description('Write how strongly the model is told to move each cell of each latent step.')
				.argument('<file>', 'ATI tracks or a .wanati.json project')
				.option('--as-is', 'take the text as WanTrackToVideo does: cut, pad, or fail')
				.option(
					'--temperature <n>',
					'sharpness, 1 to 1000; default 220 or the project’s',
					parseNumber,
				)
				.option(
					'--topk <n>',
					'tracks added up a cell, 1 to 10; default 2 or the project’s',
					parseTopk,
				)
				.requiredOption('-o, --output <weights.npy>', 'where to write'),
		),
	)
		.addHelpText(
			'after',
			`
npy 1.0, '<f4', C order: [latent steps, height/8, width/8], the exact summed weights; step 0 is the start image, all 1.
Ends with 3 when the file cannot be read, or with --as-is where the node would fail.

Examples:
  $ wan-ati influence tracks.json --width 832 --height 480 --length 81 --topk 10 -o weights.npy`,
		)
		.action(async (file: string, flags: InfluenceFlags) =>
			(await import('./runInfluence.ts')).runInfluence(file, flags),
		);

function parseTopk(text: string): number {
	const value = parseWhole(text);
	if (value < 1 || value > 10) throw new InvalidArgumentError('A whole number from 1 to 10.');
	return value;
}
