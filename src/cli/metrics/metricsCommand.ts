import { Command, Option } from 'commander';
import { addCommonOptions } from '../shell/commonOptions.ts';
import type { CommonFlags } from '../shell/createShell.ts';

export interface MetricsFlags extends CommonFlags {
	readonly tracks: string;
	readonly measured?: string;
	readonly csv?: boolean;
	readonly md?: boolean;
	readonly output?: string;
}

/** `wan-ati metrics`: how closely a video followed its tracks. */
export const metricsCommand = (): Command =>
	addCommonOptions(
		new Command('metrics')
			.description('Measure how closely a video followed its tracks, and say why it did not.')
			.argument('<video>', 'MP4, MOV, WebM or Matroska, of any length')
			.requiredOption(
				'--tracks <file>',
				'the plan: ATI tracks in the video’s pixels, or a .wanati.json project',
			)
			.option(
				'--measured <file.npy>',
				'another tracker’s places: float32 or float64, [frames, tracks, 2] or [1, frames, tracks, 2], as CoTracker’s',
			)
			.addOption(new Option('--csv', 'rows group,track,metric,value').conflicts(['json', 'md']))
			.addOption(new Option('--md', 'a report to read, in Markdown').conflicts('json'))
			.option('-o, --output <file>', 'write there; .csv, .md or .json tells the form too'),
	)
		.addHelpText(
			'after',
			`
The clip's length is the video's frame count; the 121 samples are read by the node's own map. A project made for another
size is scaled to the video's. Ends with 3 when a file cannot be read.

Examples:
  $ wan-ati metrics fox.mp4 --tracks fox.json
  $ wan-ati metrics fox.mp4 --tracks shot.wanati.json --json -o fox-report.json
  $ wan-ati metrics fox.mp4 --tracks fox.json --csv > fox.csv`,
		)
		.action(async (video: string, flags: MetricsFlags) =>
			(await import('./runMetrics.ts')).runMetrics(video, flags),
		);
