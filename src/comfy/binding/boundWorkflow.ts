import type { RunNodes } from '../run/runPlan.ts';
import { asLink, type Graph } from '../workflow/graph.ts';
import type { Binding } from './binding.ts';
import { nearestBefore, sortNodes } from './graphWalk.ts';

/** A graph of any making and where a shot goes in it. */
export interface BoundWorkflow {
	readonly graph: Graph;
	readonly binding: Binding;
}

/** The nodes whose work a run is measured by; '' for one that the graph does not have. */
export function runNodesOf({ graph, binding }: BoundWorkflow): RunNodes {
	const save = binding.output ?? '';
	const { seed, steps, cfg } = binding.places;
	const isSampler = (id: string): boolean =>
		asLink(graph[id]?.inputs.latent_image) !== undefined ||
		/sampler/i.test(graph[id]?.class_type ?? '');
	const sampler =
		[...cfg, ...steps, ...seed].map(({ node }) => node).find(isSampler) ??
		sortNodes(graph, Object.keys(graph)).find(isSampler) ??
		'';
	const decode =
		nearestBefore(graph, save, (id) => /decode/i.test(graph[id]?.class_type ?? '')) ?? '';
	return { save, sampler, decode };
}
