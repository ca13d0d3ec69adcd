import { readFile } from 'node:fs/promises';
import { type Graph, graphSchema } from '#comfy/workflow/graph.ts';
import type { ModelChoice } from '#comfy/workflow/modelRoles.ts';
import { templateDefaults } from '#comfy/workflow/templateDefaults.ts';

/** Model files that the command line names. */
export interface ModelFlags {
	readonly diffusionModel?: string;
	readonly weightType?: string;
	readonly textEncoder?: string;
	readonly vae?: string;
	readonly clipVision?: string;
}

/**
 * Our own workflow and the models to use with it.
 * @throws {Error} When the installed file is broken.
 */
export async function loadWorkflow(
	file: URL,
	flags: ModelFlags,
): Promise<{ readonly template: Graph; readonly models: ModelChoice }> {
	const template = graphSchema.parse(JSON.parse(await readFile(file, 'utf8')));
	const defaults = templateDefaults(template);
	if (!defaults.ok) throw new Error(`${file.href}: ${defaults.error.detail}`);
	const { models } = defaults.value;
	return {
		template,
		models: {
			diffusion: flags.diffusionModel ?? models.diffusion,
			weightType: flags.weightType ?? models.weightType,
			textEncoder: flags.textEncoder ?? models.textEncoder,
			vae: flags.vae ?? models.vae,
			clipVision: flags.clipVision ?? models.clipVision,
		},
	};
}
