import { Command } from 'commander';
import { addCommonOptions } from '../shell/commonOptions.ts';
import type { CommonFlags } from '../shell/createShell.ts';
import { addFrameOptions, type FrameFlags, parseWhole } from '../shot/frameFlags.ts';

export interface VisualizeFlags extends CommonFlags, FrameFlags {
	readonly image?: string;
	readonly tracks: string;
	readonly output: string;
	readonly frame?: number;
	readonly draft?: boolean;
	readonly influence?: boolean;
	readonly contactSheet?: number;
}

/** `wan-ati visualize`: the tracks over the picture, as the editor draws them. */
export const visualizeCommand = (): Command =>
	addCommonOptions(
		addFrameOptions(
			new Command('visualize')
				.description(
					'Draw tracks over their picture, the way the editor shows them: SVG, PNG, GIF or MP4.',
				)
				.option('--image <file>', 'start image; a project with its picture inside needs none')
				.requiredOption('--tracks <file>', 'ATI tracks or a .wanati.json project')
				.requiredOption('-o, --output <file>', 'where to write: .svg, .png, .gif or .mp4')
				.option('--frame <n>', 'mark where everything is at this frame, from 0', parseWhole)
				.option('--draft', 'over the draft, the picture moved along the tracks')
				.option('--influence', 'over the map of what the model is told to move')
				.option('--contact-sheet <n>', 'so many moments of the clip side by side', parseWhole),
		),
	)
		.addHelpText(
			'after',
			`
An SVG embeds the picture. What lies outside the output frame is dimmed. GIF and MP4 play all frames of the output frame.
Pixels need optional packages; without them the command names the line that installs them.

Examples:
  $ wan-ati visualize --image fox.jpg --tracks fox.json -o fox.svg
  $ wan-ati visualize --tracks shot.wanati.json --frame 40 -o middle.svg
  $ wan-ati visualize --tracks shot.wanati.json --draft -o draft.mp4
  $ wan-ati visualize --tracks shot.wanati.json --influence --contact-sheet 12 -o sheet.png`,
		)
		.action(async (flags: VisualizeFlags) =>
			(await import('./runVisualize.ts')).runVisualize(flags),
		);
