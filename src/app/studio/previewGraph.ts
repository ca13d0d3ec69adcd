import { bindShot } from '#comfy/workflow/bindShot.ts';
import type { Graph } from '#comfy/workflow/graph.ts';
import type { ModelChoice } from '#comfy/workflow/modelRoles.ts';
import { emptyDocument, type WanDocument } from '#core/document/document.ts';
import { shotValues } from '#jobs/comfy/shotValues.ts';
import { workflowTemplate } from './workflowTemplate.ts';

/** The graph that Generate would send, but for tracks and picture: what a server is asked about before. */
export function previewGraph(
	{ shot, frame }: Pick<WanDocument, 'shot' | 'frame'>,
	models: ModelChoice,
): Graph {
	const values = shotValues(
		{
			document: { ...emptyDocument, shot, frame },
			seed: shot.seed,
			samples: [],
			tracksJson: '[]',
			startFrame: () => Promise.reject(new Error('a graph to look at has no picture')),
		},
		models,
		'start.png',
	);
	const bound = bindShot(workflowTemplate, values);
	return bound.ok ? bound.value.graph : workflowTemplate;
}
