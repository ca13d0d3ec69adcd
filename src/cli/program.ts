import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { endUsageErrors } from './shell/usageEnd.ts';

/** What this copy of the program is. */
export interface Product {
	readonly version: string;
	/** Ends in `/`. */
	readonly packageRoot: URL;
}

type Load = (product: Product, program: () => Command) => Promise<Command>;

const workflowFile = ({ packageRoot }: Product): URL =>
	new URL('workflows/video_wan_ati.json', packageRoot);

/** Each command is loaded by itself: what the others need is not read. In the order of `--help`. */
const commands: Readonly<Record<string, Load>> = {
	generate: async (product) =>
		(await import('./generate/generateCommand.ts')).generateCommand({
			workflowFile: workflowFile(product),
		}),
	batch: async (product) =>
		(await import('./batch/batchCommand.ts')).batchCommand({ workflowFile: workflowFile(product) }),
	validate: async () => (await import('./validate/validateCommand.ts')).validateCommand(),
	visualize: async () => (await import('./visualize/visualizeCommand.ts')).visualizeCommand(),
	convert: async () => (await import('./convert/convertCommand.ts')).convertCommand(),
	sample: async () => (await import('./sample/sampleCommand.ts')).sampleCommand(),
	influence: async () => (await import('./influence/influenceCommand.ts')).influenceCommand(),
	metrics: async () => (await import('./metrics/metricsCommand.ts')).metricsCommand(),
	serve: async ({ version, packageRoot }) =>
		(await import('./serve/serveCommand.ts')).serveCommand({
			version,
			appFolder: fileURLToPath(new URL('dist/app', packageRoot)),
		}),
	workflow: async () => (await import('./workflow/workflowCommand.ts')).workflowCommand(),
	doctor: async (product) =>
		(await import('./doctor/doctorCommand.ts')).doctorCommand({
			workflowFile: workflowFile(product),
		}),
	completion: async (_, program) =>
		(await import('./completion/completionCommand.ts')).completionCommand(program),
};

/** Runs the command that is named first; without one, or to tell of all, every command is loaded. */
export async function runProgram(first: string, product: Product): Promise<void> {
	const isOne = Object.hasOwn(commands, first) && first !== 'completion';
	const names = isOne ? [first] : Object.keys(commands);
	const program = new Command('wan-ati')
		.description('Draw motion paths over a picture, generate the video with Wan 2.1 ATI.')
		.version(product.version)
		.addHelpText(
			'after',
			`
wan-ati COMMAND --help has examples. To begin:
  $ wan-ati doctor
  $ wan-ati generate --image fox.jpg --tracks fox.json --prompt "a fox runs" -o fox.mp4`,
		);
	for (const name of names) program.addCommand(await commands[name]!(product, () => program));
	endUsageErrors(program);
	await program.parseAsync();
}
