import { Command } from 'commander';
import type { GenerateProduct } from '../generate/generateCommand.ts';
import type { ServerFlags } from '../server/chooseServers.ts';
import type { ModelFlags } from '../server/loadTemplate.ts';
import { addModelOptions, addServerOptions } from '../server/serverOptions.ts';
import { addCommonOptions } from '../shell/commonOptions.ts';
import type { CommonFlags } from '../shell/createShell.ts';

export interface DoctorFlags extends CommonFlags, ServerFlags, ModelFlags {
	readonly origin?: string;
}

/** `wan-ati doctor`: whether all is there, and what to do where it is not. */
export const doctorCommand = (product: GenerateProduct): Command =>
	addCommonOptions(
		addModelOptions(
			addServerOptions(
				new Command('doctor').description(
					'Check this computer and the ComfyUI servers, and say what to do about what is wrong.',
				),
			),
		),
	)
		.option(
			'--origin <url>',
			'also ask whether a server answers to pages from there, as the app in a browser',
		)
		.addHelpText(
			'after',
			`
Looks at Node, the optional media packages, room on the disk, and of each server: whether it answers, its version, the nodes
and model files that our own workflow needs, its GPU memory, and its rule for pages of other origins.
Ends with 0 when videos can be made, 1 when something here is wrong, 4 when no ComfyUI answers, 5 when one lacks something.

Examples:
  $ wan-ati doctor
  $ wan-ati doctor --comfyui http://gpu.lan:8188
  $ wan-ati doctor --comfyui http://gpu.lan:8188 --origin http://localhost:5173
  $ wan-ati doctor --json | jq '.checks[] | select(.state != "ok")'`,
		)
		.action(async (flags: DoctorFlags) =>
			(await import('./runDoctor.ts')).runDoctor(flags, product),
		);
