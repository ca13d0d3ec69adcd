import type { Lora } from '#core/document/document.ts';
import type { Graph, GraphNode, Link } from '../workflow/graph.ts';

/** The node class that a chain is made of. */
export const loraClass = 'LoraLoaderModelOnly';

/**
 * The graph with a chain of LoRA loaders at a node's `model` input: what fed it now feeds the first, the last feeds it.
 * In our own graph that is between the diffusion model's loader and ModelSamplingSD3.
 * @param before Id of the node whose `model` input the chain leads to.
 * @param loras In the order in which they are applied; [] leaves the graph as it is.
 * @returns a new graph; nodes that nothing changes are shared. A node without such a link is left as it is.
 */
export function chainLoras(graph: Graph, before: string, loras: readonly Lora[]): Graph {
	const target = graph[before];
	const source = target?.inputs.model;
	if (!target || loras.length === 0 || !Array.isArray(source)) return graph;
	const added: Record<string, GraphNode> = {};
	let from: unknown = source;
	for (const { name, strength } of loras) {
		const id = freeId(graph, added);
		added[id] = {
			class_type: loraClass,
			inputs: { model: from, lora_name: name, strength_model: strength },
			_meta: { title: `LoRA ${name}` },
		};
		from = [id, 0] satisfies Link;
	}
	return {
		...graph,
		...added,
		[before]: { ...target, inputs: { ...target.inputs, model: from } },
	};
}

/** Ids are numbers written out, as ComfyUI's own; ours are as stable as the graph is, so that its cache is hit. */
function freeId(graph: Graph, added: Readonly<Record<string, GraphNode>>): string {
	let number = 9001;
	while (Object.hasOwn(graph, String(number)) || Object.hasOwn(added, String(number))) number++;
	return String(number);
}
