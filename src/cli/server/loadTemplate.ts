import { readFile } from 'node:fs/promises';
import { type Graph, graphSchema } from '#comfy/workflow/graph.ts';
import type { ModelChoice } from '#comfy/workflow/modelRoles.ts';
import { templateDefaults } from '#comfy/workflow/templateDefaults.ts';

/** Model files that a person names. */
export interface ModelFlags {
	readonly diffusionModel?: string | undefined;
	readonly weightType?: string | undefined;
	readonly textEncoder?: string | undefined;
	readonly vae?: string | undefined;
	readonly clipVision?: string | undefined;
}

/** Our own workflow and the models that it names. */
export interface Template {
	readonly graph: Graph;
	readonly models: ModelChoice;
}

/** @throws {Error} When the installed file is broken. */
export async function loadTemplate(file: URL): Promise<Template> {
	const graph = graphSchema.parse(JSON.parse(await readFile(file, 'utf8')));
	const defaults = templateDefaults(graph);
	if (!defaults.ok) throw new Error(`${file.href}: ${defaults.error.detail}`);
	return { graph, models: defaults.value.models };
}

/** The template's models with those that a person names instead. */
export const chosenModels = (models: ModelChoice, flags: ModelFlags): ModelChoice => ({
	diffusion: flags.diffusionModel ?? models.diffusion,
	weightType: flags.weightType ?? models.weightType,
	textEncoder: flags.textEncoder ?? models.textEncoder,
	vae: flags.vae ?? models.vae,
	clipVision: flags.clipVision ?? models.clipVision,
});
