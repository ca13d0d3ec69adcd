import { Command } from 'commander';
import type { GenerateProduct } from '../generate/generateCommand.ts';
import { addLogOptions, type LogFlags } from '../log/logOptions.ts';
import type { ServerFlags } from '../server/chooseServers.ts';
import type { ModelFlags } from '../server/loadTemplate.ts';
import { addModelOptions, addServerOptions } from '../server/serverOptions.ts';
import { addCommonOptions } from '../shell/commonOptions.ts';
import type { CommonFlags } from '../shell/createShell.ts';
import { parseWhole } from '../shot/frameFlags.ts';

export interface BatchFlags extends CommonFlags, LogFlags, ServerFlags, ModelFlags {
	readonly output?: string;
	readonly perServer: number;
	readonly retries: number;
	/** False with `--no-free`. */
	readonly free: boolean;
	/** False with `--no-metrics`. */
	readonly metrics: boolean;
	readonly fresh?: boolean;
	readonly dryRun?: boolean;
}

/** `wan-ati batch`: many videos from one plan. */
export function batchCommand(product: GenerateProduct): Command {
	const command = new Command('batch')
		.description('Make many videos from one plan; killed at any moment, it goes on where it was.')
		.argument('<plan.yaml>', "a list of jobs, as ATI's test.yaml, or jobs, defaults and a grid")
		.option('-o, --output <folder>', 'for videos and summary; beside the plan unless given');
	addServerOptions(command)
		.option(
			'--per-server <n>',
			'runs a server has at a time: one at work, the next one waiting',
			parseWhole,
			2,
		)
		.option('--retries <n>', "tries again after a server's fault", parseWhole, 5)
		.option('--no-free', 'leave the models loaded between groups and at the end')
		.option('--no-metrics', 'do not measure how closely the videos follow their tracks')
		.option('--fresh', 'forget the journal: make every video again')
		.option('--dry-run', 'check the plan and show its jobs in order; send nothing');
	addLogOptions(addCommonOptions(addModelOptions(command)));
	return command
		.addHelpText(
			'after',
			`
A job says image, tracks (or track), prompt (or text), and what it likes of negative, seed, seeds, steps, cfg, sampler,
scheduler, shift, temperature, topk, width, height, length, fps, exactSamples, loras, diffusionModel, weightType,
textEncoder, vae, clipVision, workflow, name, output. Paths are from the plan's folder, else from here.
PLAN.yaml.journal beside the plan remembers what is done and what is under way; run the same command again to go on.
Jobs of the same models, LoRAs and size run together. summary.csv and summary.html lie among the videos.
docs/batch.md tells more. Ends with 0 when every video is there, else as generate does.

Examples:
  $ wan-ati batch test.yaml --comfyui http://gpu.lan:8188
  $ wan-ati batch plan.yaml --comfyui a=http://a:8188 --comfyui b=http://b:8188 -o videos
  $ wan-ati batch plan.yaml --dry-run
  $ wan-ati batch plan.yaml --json -q | jq '.jobs[] | select(.status != "done")'`,
		)
		.action(async (plan: string, flags: BatchFlags) =>
			(await import('./runBatchCommand.ts')).runBatchCommand(plan, flags, product),
		);
}
