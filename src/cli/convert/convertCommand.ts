import { Command, Option } from 'commander';
import type { SpaceName, TimeBase } from '#core/formats/formats.ts';
import { type FormatId, formatIds } from '#core/formats/formatTypes.ts';
import { addCommonOptions } from '../shell/commonOptions.ts';
import type { CommonFlags } from '../shell/createShell.ts';
import { addFrameOptions, type FrameFlags } from '../shot/frameFlags.ts';

export interface ConvertFlags extends CommonFlags, FrameFlags {
	readonly from?: FormatId;
	readonly to?: FormatId;
	readonly image?: string;
	readonly space?: SpaceName;
	readonly count?: TimeBase;
	readonly keepSamples?: boolean;
}

/** `wan-ati convert`: tracks from one format into another. */
export const convertCommand = (): Command =>
	addCommonOptions(
		addFrameOptions(
			new Command('convert')
				.description('Convert tracks between the formats of the field.')
				.argument('<in>', 'tracks in any format, or a project; the content tells which')
				.argument('<out>', 'where to write; its ending tells the format')
				.addOption(
					new Option('--from <format>', 'what <in> is, where its content does not tell').choices(
						formatIds,
					),
				)
				.addOption(
					new Option('--to <format>', 'what to write, where the ending does not tell').choices(
						formatIds,
					),
				)
				.option('--image <file>', 'the start image: formats in image pixels need its size')
				.addOption(
					new Option('--space <space>', 'pixels of the frame or the image, or shares').choices([
						'frame',
						'image',
						'unit',
					]),
				)
				.addOption(new Option('--count <count>', 'positions a track').choices(['121', 'frames']))
				.option(
					'--keep-samples',
					'in a project: every sample a point with its own time, nothing fitted',
				),
			true,
		),
	)
		.addHelpText(
			'after',
			`
Endings: .json ATI tracks, .wanati.json project, .pth ATI, .npy Wan-Move (two files), .svg, .csv, .png Spline-Path-Control.
Formats with no ending of their own need --to: kj-points, kj-coordinates, fl-paths, ltx-tracks, wan-move-json, wan2gp,
wan2gp-designer, motionpro, tora, draganything, after-effects. What is read only: annotation-tool, qq-layers, cotracker,
comfy-workflow. docs/formats.md tells of each.
Ends with 3 when <in> cannot be read.

Examples:
  $ wan-ati convert bear.pth bear.json --image bear.jpg --width 832 --height 480
  $ wan-ati convert tracks.json wanmove/tracks.npy --length 81
  $ wan-ati convert workflow.png shot.wanati.json
  $ wan-ati convert drawing.svg paths.json --to kj-points`,
		)
		.action(async (input: string, output: string, flags: ConvertFlags) =>
			(await import('./runConvert.ts')).runConvert(input, output, flags),
		);
