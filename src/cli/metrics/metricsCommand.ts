import { Command, Option } from 'commander';
import { addCommonOptions } from '../shell/commonOptions.ts';
import type { CommonFlags } from '../shell/createShell.ts';

export interface MetricsFlags extends CommonFlags {
	readonly tracks?: string;
	readonly measured?: string;
	readonly visibility?: string;
	readonly csv?: boolean;
	readonly md?: boolean;
	readonly html?: boolean;
	readonly output?: string;
}

/** `wan-ati metrics`: how closely a video followed its tracks. */
export const metricsCommand = (): Command =>
	addCommonOptions(
		new Command('metrics')
			.description('Measure how closely a video followed its tracks, and say why it did not.')
			.argument(
				'<video...>',
				'MP4, MOV, WebM, Matroska or animated WebP, of any length; several, folders and patterns, too',
			)
			.option(
				'--tracks <file>',
				'the plan: ATI tracks in the video’s pixels, or a .wanati.json project; else VIDEO.json or VIDEO.wanati.json beside each video',
			)
			.option(
				'--measured <file>',
				'another tracker’s places in place of ours: .npy or .npz, [frames, tracks, 2] or [1, frames, tracks, 2], as CoTracker’s',
			)
			.option(
				'--visibility <file.npy>',
				'what that tracker saw: [frames, tracks], with a leading 1 or without; an .npz may hold it itself',
			)
			.addOption(
				new Option('--csv', 'rows group,track,metric,value').conflicts(['json', 'md', 'html']),
			)
			.addOption(new Option('--md', 'a report to read, in Markdown').conflicts(['json', 'html']))
			.addOption(new Option('--html', 'a page with charts').conflicts('json'))
			.option('-o, --output <file>', 'write there; .csv, .md, .html or .json tells the form too'),
	)
		.addHelpText(
			'after',
			`
The clip's length is the video's frame count; the 121 samples are read by the node's own map. A project made for another
size is scaled to the video's. Several videos make one list: in JSON as reports, in CSV with a column video, on the page side
by side. Ends with 3 when a file cannot be read; the other videos are measured all the same.

Examples:
  $ wan-ati metrics fox.mp4 --tracks fox.json
  $ wan-ati metrics fox.mp4 --tracks shot.wanati.json --json -o fox-report.json
  $ wan-ati metrics fox.mp4 --tracks fox.json --csv > fox.csv
  $ wan-ati metrics 'runs/*.mp4' --tracks fox.json -o compare.html`,
		)
		.action(async (videos: string[], flags: MetricsFlags) =>
			(await import('./runMetrics.ts')).runMetrics(videos, flags),
		);
