import { Command } from 'commander';
import { addCommonOptions } from '../shell/commonOptions.ts';
import type { CommonFlags } from '../shell/createShell.ts';
import { addFrameOptions, type FrameFlags, parseWhole } from '../shot/frameFlags.ts';

export interface VisualizeFlags extends CommonFlags, FrameFlags {
	readonly image?: string;
	readonly tracks: string;
	readonly output: string;
	readonly frame?: number;
}

/** `wan-ati visualize`: the tracks over the picture, as the editor draws them. */
export const visualizeCommand = (): Command =>
	addCommonOptions(
		addFrameOptions(
			new Command('visualize')
				.description(
					'Draw tracks over their picture as an SVG file, the way the editor shows them.',
				)
				.option('--image <file>', 'start image; a project with its picture inside needs none')
				.requiredOption('--tracks <file>', 'ATI tracks or a .wanati.json project')
				.requiredOption('-o, --output <file.svg>', 'where to write')
				.option('--frame <n>', 'mark where everything is at this frame, from 0', parseWhole),
		),
	)
		.addHelpText(
			'after',
			`
The picture is embedded. What lies outside the output frame is dimmed.

Examples:
  $ wan-ati visualize --image fox.jpg --tracks fox.json -o fox.svg
  $ wan-ati visualize --tracks shot.wanati.json --frame 40 -o middle.svg`,
		)
		.action(async (flags: VisualizeFlags) =>
			(await import('./runVisualize.ts')).runVisualize(flags),
		);
