import type { LiveGraph, LiveNode } from '../nodes/liveGraph.ts';

/** One use of a graph: the root, or a subgraph at one of its instances. */
export interface Instance {
	readonly graph: LiveGraph;
	/** Node ids of the instances that lead here. */
	readonly path: readonly string[];
	readonly parent: { readonly instance: Instance; readonly host: LiveNode } | undefined;
}

export const rootInstance = (graph: LiveGraph): Instance => ({
	graph,
	path: [],
	parent: undefined,
});

export function innerInstance(instance: Instance, host: LiveNode, graph: LiveGraph): Instance {
	return { graph, path: [...instance.path, host.id], parent: { instance, host } };
}

/** Id of a node in the result: the path of instances and its own, `2:20:10`. */
export const sentId = (instance: Instance, node: LiveNode): string =>
	node.sentAs ?? [...instance.path, node.id].join(':');
