import type { BoundWorkflow } from '#comfy/binding/boundWorkflow.ts';
import type { Graph } from '#comfy/workflow/graph.ts';
import type { ModelChoice } from '#comfy/workflow/modelRoles.ts';
import { emptyDocument, type WanDocument } from '#core/document/document.ts';
import { shotGraph } from '#jobs/comfy/shotGraph.ts';
import { shotValues } from '#jobs/comfy/shotValues.ts';
import { workflowTemplate } from './workflowTemplate.ts';

const IMAGE = 'start.png';

/** The graph that Generate would send; without `sent` but for tracks and picture: what a server is asked about before. */
export function previewGraph(
	{ shot, frame }: Pick<WanDocument, 'shot' | 'frame'>,
	models: ModelChoice,
	/** The imported workflow that the shot runs in; undefined: our own. */
	workflow?: BoundWorkflow,
	sent: { readonly tracksJson: string; readonly image: string } = {
		tracksJson: '[]',
		image: IMAGE,
	},
): Graph {
	const values = shotValues(
		{
			document: { ...emptyDocument, shot, frame },
			seed: shot.seed,
			samples: [],
			tracksJson: sent.tracksJson,
			startFrame: () => Promise.reject(new Error('a graph to look at has no picture')),
		},
		models,
		sent.image,
	);
	const bound = shotGraph(workflowTemplate, workflow, values);
	return bound.ok ? bound.value.graph : workflowTemplate;
}
