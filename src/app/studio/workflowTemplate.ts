import { type Graph, graphSchema } from '#comfy/workflow/graph.ts';
import { type TemplateDefaults, templateDefaults } from '#comfy/workflow/templateDefaults.ts';
import text from '../../../workflows/video_wan_ati.json?raw';

/** The graph that a shot is bound to; never changed. */
export const workflowTemplate: Graph = graphSchema.parse(JSON.parse(text));

/** Model names and negative prompt that the graph brings. */
export const workflowDefaults: TemplateDefaults = (() => {
	const defaults = templateDefaults(workflowTemplate);
	if (!defaults.ok) throw new Error(`workflows/video_wan_ati.json: ${defaults.error.detail}`);
	return defaults.value;
})();
