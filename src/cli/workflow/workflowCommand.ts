import { Command } from 'commander';
import type { ServerFlags } from '../server/chooseServers.ts';
import { addServerOptions, gather } from '../server/serverOptions.ts';
import { addCommonOptions } from '../shell/commonOptions.ts';
import type { CommonFlags } from '../shell/createShell.ts';

export interface ConvertFlags extends CommonFlags {
	readonly objectInfo: string;
	readonly out?: string;
	readonly heal?: boolean;
}

export interface InspectFlags extends CommonFlags, ServerFlags {
	/** `FIELD=NODE.INPUT` each. */
	readonly bind?: readonly string[];
}

export interface BindFlags extends InspectFlags {
	readonly output?: string;
}

/** `wan-ati workflow`: ComfyUI workflows as files. */
export const workflowCommand = (): Command =>
	new Command('workflow')
		.description('Work with ComfyUI workflow files.')
		.addCommand(convertCommand())
		.addCommand(inspectCommand())
		.addCommand(bindCommand())
		.addHelpText(
			'after',
			`
Examples:
  $ wan-ati workflow convert flow.json --object-info object_info.json > flow.api.json
  $ wan-ati workflow inspect flow.api.json
  $ wan-ati workflow bind flow.api.json --bind tracks=12.tracks -o flow.bound.json`,
		);

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

const addOpenOptions = (command: Command): Command =>
	addCommonOptions(
		addServerOptions(
			command
				.argument(
					'<file>',
					"workflow in API format, as ComfyUI's page saves it (with --comfyui), or a picture or video that holds one",
				)
				.option(
					'--bind <field=node.input>',
					'where a part of the shot goes; may be given several times',
					gather,
				),
		),
	);

const inspectCommand = (): Command =>
	addOpenOptions(
		new Command('inspect').description('Show where a shot goes in a workflow, and where it could.'),
	)
		.addHelpText(
			'after',
			`
What is not bound keeps the value of the workflow. Nodes are named by id, or by a title or class that only one has.

Examples:
  $ wan-ati workflow inspect flow.api.json
  $ wan-ati workflow inspect flow.json --comfyui http://127.0.0.1:8188
  $ wan-ati workflow inspect flow.api.json --json | jq .binding.places.tracks`,
		)
		.action(async (file: string, flags: InspectFlags) =>
			(await import('./runInspect.ts')).runInspect(file, flags),
		);

const bindCommand = (): Command =>
	addOpenOptions(
		new Command('bind').description('Write a workflow together with where a shot goes in it.'),
	)
		.option('-o, --output <file.json>', 'where to write it; printed unless given')
		.addHelpText(
			'after',
			`
The file is for generate --workflow and for the plans of batch. FIELD= binds a part to nothing; output=NODE names the video.

Examples:
  $ wan-ati workflow bind flow.api.json -o flow.bound.json
  $ wan-ati workflow bind flow.api.json --bind tracks=12.tracks --bind seed= -o flow.bound.json
  $ wan-ati workflow bind flow.json --comfyui http://127.0.0.1:8188 --bind "prompt=Positive.text" -o flow.bound.json`,
		)
		.action(async (file: string, flags: BindFlags) =>
			(await import('./runInspect.ts')).runBind(file, flags),
		);
