import { Command, Option } from 'commander';
import { addLogOptions, type LogFlags } from '../log/logOptions.ts';
import { addCommonOptions } from '../shell/commonOptions.ts';
import type { CommonFlags } from '../shell/createShell.ts';
import { addFrameOptions, type FrameFlags, parseNumber, parseWhole } from '../shot/frameFlags.ts';

export interface GenerateFlags extends CommonFlags, FrameFlags, LogFlags {
	readonly image?: string;
	readonly tracks: string;
	readonly output: string;
	readonly engine: 'comfy' | 'draft';
	/** `[NAME=]URL` */
	readonly comfyui?: string;
	readonly tokenFile?: string;
	/** Before all that wait on the server. */
	readonly front?: boolean;
	readonly prompt?: string;
	readonly negative?: string;
	readonly seed?: number;
	readonly steps?: number;
	readonly cfg?: number;
	readonly sampler?: string;
	readonly scheduler?: string;
	readonly shift?: number;
	readonly temperature?: number;
	readonly topk?: number;
	readonly diffusionModel?: string;
	readonly weightType?: string;
	readonly textEncoder?: string;
	readonly vae?: string;
	readonly clipVision?: string;
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
		.requiredOption('--tracks <file>', 'ATI tracks or a .wanati.json project')
		.requiredOption('-o, --output <file.mp4>', 'where to write the video')
		.option('--prompt <text>', 'what happens in the video')
		.option('--negative <text>', "what to avoid; blank keeps the workflow's own")
		.option('--seed <n>', 'whole number; a random one unless given', parseWhole)
		.option('--steps <n>', 'sampler steps', parseWhole)
		.option('--cfg <n>', 'guidance of the prompt', parseNumber)
		.option('--sampler <name>', 'as ComfyUI names it')
		.option('--scheduler <name>', 'as ComfyUI names it')
		.option('--shift <n>', 'shift of the sampling', parseNumber)
		.option('--temperature <n>', 'how sharply a track bounds its influence', parseNumber)
		.option('--topk <n>', 'tracks that each place listens to', parseWhole);
	addFrameOptions(command, true)
		.addOption(
			new Option('--engine <name>', 'what makes the video: a ComfyUI, or a draft drawn here')
				.choices(['comfy', 'draft'])
				.default('comfy'),
		)
		.option(
			'--comfyui <[name=]url>',
			'the ComfyUI [env: WAN_ATI_COMFYUI, else http://127.0.0.1:8188]',
		)
		.option('--front', "run it before all that wait in the server's queue")
		.option('--token-file <path>', 'file with its token [env: WAN_ATI_TOKEN_<NAME>]')
		.option('--diffusion-model <file>', 'in models/diffusion_models of the server')
		.option('--weight-type <type>', 'what its weights are cast to')
		.option('--text-encoder <file>', 'in models/text_encoders of the server')
		.option('--vae <file>', 'in models/vae of the server')
		.option('--clip-vision <file>', 'in models/clip_vision of the server');
	addLogOptions(addCommonOptions(command));
	return command
		.addHelpText(
			'after',
			`
A file of that name is replaced when the video is whole. Ctrl-C stops the run on the server too.
Ends with 0, or 1 failed, 2 wrong options, 3 wrong files, 4 no ComfyUI answers, 5 ComfyUI refuses, 130 interrupted.

Examples:
  $ wan-ati generate --image fox.jpg --tracks fox.json --prompt "a fox runs" -o fox.mp4
  $ wan-ati generate --tracks shot.wanati.json --engine draft -o draft.mp4
  $ wan-ati generate --tracks shot.wanati.json --comfyui http://gpu.lan:8188 -o shot.mp4
  $ wan-ati generate --tracks shot.wanati.json --seed 48 --steps 10 --json -o shot.mp4 | jq .promptId`,
		)
		.action(async (flags: GenerateFlags) =>
			(await import('./runGenerate.ts')).runGenerate(flags, product),
		);
}
