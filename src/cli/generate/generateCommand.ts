import { Command, Option } from 'commander';
import { addLogOptions, type LogFlags } from '../log/logOptions.ts';
import type { ServerFlags } from '../server/chooseServers.ts';
import type { ModelFlags } from '../server/loadTemplate.ts';
import { addModelOptions, addServerOptions, gather } from '../server/serverOptions.ts';
import { addCommonOptions } from '../shell/commonOptions.ts';
import type { CommonFlags } from '../shell/createShell.ts';
import { addFrameOptions, type FrameFlags } from '../shot/frameFlags.ts';
import { addShotOptions, parseSeeds, type ShotFlags } from '../shot/shotFlags.ts';

export interface GenerateFlags
	extends CommonFlags,
		FrameFlags,
		LogFlags,
		ServerFlags,
		ShotFlags,
		ModelFlags {
	readonly image?: string;
	readonly tracks: string;
	readonly output: string;
	readonly engine: 'comfy' | 'draft';
	readonly seeds?: readonly number[];
	readonly workflow?: string;
	/** `FIELD=NODE.INPUT` each. */
	readonly bind?: readonly string[];
	/** Before all that wait on the server. */
	readonly front?: boolean;
	readonly resume?: boolean;
	readonly frames?: string;
	readonly metrics?: boolean;
}

/** What this copy of the program is. */
export interface GenerateProduct {
	/** The workflow that a shot is bound to. */
	readonly workflowFile: URL;
}

/** `wan-ati generate`: picture and tracks in, video out. */
export function generateCommand(product: GenerateProduct): Command {
	const command = new Command('generate')
		.description('Make the video: send a picture and its tracks to ComfyUI, fetch what comes back.')
		.option('--image <file>', 'start image; a project with its picture inside needs none')
		.requiredOption('--tracks <file>', 'tracks in any format, or a .wanati.json project')
		.requiredOption(
			'-o, --output <file.mp4>',
			'where to write the video; {seed} stands for the seed',
		);
	addFrameOptions(addShotOptions(command), true)
		.option('--seeds <list>', 'a video for each: 1,2,3 or 1-8', parseSeeds)
		.addOption(
			new Option('--engine <name>', 'what makes the video: a ComfyUI, or a draft drawn here')
				.choices(['comfy', 'draft'])
				.default('comfy'),
		);
	addServerOptions(command)
		.option('--front', "run it before all that wait in the server's queue")
		.option('--resume', 'pick up the run that an earlier, killed process left on the server')
		.option(
			'--workflow <file>',
			'run in this ComfyUI workflow (API or page format, or a file made with it)',
		)
		.option(
			'--bind <field=node.input>',
			'where a part of the shot goes in it; may be given several times',
			gather,
		)
		.option('--frames <folder>', 'write each frame as PNG, too')
		.option('--metrics', 'measure how closely the video follows its tracks');
	addLogOptions(addCommonOptions(addModelOptions(command)));
	return command
		.addHelpText(
			'after',
			`
Writes the video and, beside it, FILE.mp4.json: settings, run, times, numbers. A file of that name is replaced when the
video is whole. Ctrl-C stops the run on the server too. With several --comfyui the runs are spread over them.
FIELD of --bind: image, tracks, prompt, negative, seed, width, height, length, fps, steps, cfg, sampler, scheduler, shift,
temperature, topk, output (a node only). What is not named is guessed; wan-ati workflow inspect shows it.
Ends with 0, or 1 failed, 2 wrong options, 3 wrong files, 4 no ComfyUI answers, 5 ComfyUI refuses, 130 interrupted.

Examples:
  $ wan-ati generate --image fox.jpg --tracks fox.json --prompt "a fox runs" -o fox.mp4
  $ wan-ati generate --tracks shot.wanati.json --engine draft -o draft.mp4
  $ wan-ati generate --tracks shot.wanati.json --comfyui http://gpu.lan:8188 -o shot.mp4
  $ wan-ati generate --tracks shot.wanati.json --seeds 1-4 --metrics -o 'shot-{seed}.mp4'
  $ wan-ati generate --tracks shot.wanati.json --workflow mine.json --bind tracks=12.tracks -o shot.mp4
  $ wan-ati generate --tracks shot.wanati.json --seed 48 --steps 10 --json -o shot.mp4 | jq .promptId`,
		)
		.action(async (flags: GenerateFlags) =>
			(await import('./runGenerate.ts')).runGenerate(flags, product),
		);
}
