import { Command, Option } from 'commander';
import type { CommonFlags } from '../shell/createShell.ts';
import { addFrameOptions, type FrameFlags } from '../shot/frameFlags.ts';
import { type SampleMoment, sampleMoments } from './guidanceTable.ts';

export interface SampleFlags extends CommonFlags, FrameFlags {
	readonly asIs?: boolean;
	readonly at: SampleMoment;
	readonly csv?: boolean;
}

/** `wan-ati sample`: where the model is told that each track is. */
export const sampleCommand = (): Command =>
	addFrameOptions(
		new Command('sample')
			.description(
				'Print where each track is: at its samples, the video’s frames or the latent steps.',
			)
			.argument('<file>', 'ATI tracks or a .wanati.json project'),
	)
		.option('--as-is', 'take the text as WanTrackToVideo does: cut, pad, or fail with its reason')
		.addOption(
			new Option('--at <moments>', 'moments to print').choices(sampleMoments).default('frames'),
		)
		.addOption(
			new Option('--json', 'one bare array: [frame][track] = [x, y, visible]').conflicts('csv'),
		)
		.option('--csv', 'rows frame,track,x,y,visible (the default)')
		.option('-q, --quiet', 'no progress and no notes')
		.addHelpText(
			'after',
			`
x and y are pixels of the output frame; visible is 1 or 0. Frames, tracks and latent steps count from 0.
Ends with 3 when the file cannot be read, or with --as-is where the node would fail.

Examples:
  $ wan-ati sample tracks.json --length 81 --json
  $ wan-ati sample shot.wanati.json --at latent --csv
  $ wan-ati sample template.json --as-is --at samples --json`,
		)
		.action(async (file: string, flags: SampleFlags) =>
			(await import('./runSample.ts')).runSample(file, flags),
		);
