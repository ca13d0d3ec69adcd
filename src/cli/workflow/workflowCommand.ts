import { Command } from 'commander';
import { addCommonOptions } from '../shell/commonOptions.ts';
import type { CommonFlags } from '../shell/createShell.ts';

export interface ConvertFlags extends CommonFlags {
	readonly objectInfo: string;
	readonly out?: string;
	readonly heal?: boolean;
}

/** `wan-ati workflow`: ComfyUI workflows as files. */
export const workflowCommand = (): Command =>
	new Command('workflow')
		.description('Work with ComfyUI workflow files.')
		.addCommand(convertCommand());

const convertCommand = (): Command =>
	addCommonOptions(
		new Command('convert')
			.description(
				"Convert workflows that ComfyUI's page saved to the API format, as the page itself would send them.",
			)
			.argument(
				'<file...>',
				'workflow in UI format (JSON), or a PNG, WebP, MP4 or WebM file that ComfyUI saved; the API format passes through',
			)
			.requiredOption('--object-info <file>', "the server's answer to GET /object_info, saved")
			.option('--out <dir>', 'write DIR/NAME.api.json for each file instead of printing it')
			.option(
				'--heal',
				"read as meant what ComfyUI's page misreads: missing control slots, named values",
			),
	)
		.addHelpText(
			'after',
			`
Classes that object_info lacks are named on stderr; their nodes keep links only.
Ends with 3 when a file is no workflow or cannot be read; the others are converted all the same.

Examples:
  $ curl -s http://127.0.0.1:8188/object_info > object_info.json
  $ wan-ati workflow convert flow.json --object-info object_info.json > flow.api.json
  $ wan-ati workflow convert --out api --object-info object_info.json flows/*.json`,
		)
		.action(async (files: string[], flags: ConvertFlags) =>
			(await import('./runConvert.ts')).runConvert(files, flags),
		);
