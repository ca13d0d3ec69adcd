import type { Graph } from '../workflow/graph.ts';
import { nodeTitle } from '../workflow/graph.ts';
import type { LocatedNodes } from '../workflow/locateNodes.ts';

/** What is known of a run before it starts: whose it is, and how much of the work each node is. */
export interface RunPlan {
	readonly promptId: string;
	readonly saveNode: string;
	readonly samplerNode: string;
	/** Share of the work of each node; they need not add up to anything. */
	readonly weights: Readonly<Record<string, number>>;
	readonly titles: Readonly<Record<string, string>>;
}

/*
 * Of the 319 s of the template's full run (20 steps, recorded) nearly all were sampling; on a GPU decoding counts for
 * more. Loading the models is slow only the first time.
 */
const samplerWeight = 82;
const decodeWeight = 8;
const loaderWeight = 2;
const otherWeight = 0.5;

/** The nodes that a run is measured by; '' for one that a foreign graph does not have. */
export type RunNodes = Pick<LocatedNodes, 'save' | 'sampler' | 'decode'>;

export function planRun(graph: Graph, nodes: RunNodes, promptId: string): RunPlan {
	const weigh = (id: string): number => {
		if (id === nodes.sampler) return samplerWeight;
		if (id === nodes.decode) return decodeWeight;
		return graph[id]?.class_type.endsWith('Loader') ? loaderWeight : otherWeight;
	};
	const ids = Object.keys(graph);
	return {
		promptId,
		saveNode: nodes.save,
		samplerNode: nodes.sampler,
		weights: Object.fromEntries(ids.map((id) => [id, weigh(id)])),
		titles: Object.fromEntries(ids.map((id) => [id, nodeTitle(graph, id)])),
	};
}
