import type { ConversionError } from '../conversionError.ts';
import { conversionLimits } from '../conversionLimits.ts';
import type { UiGraph, UiWorkflow } from '../file/uiWorkflow.ts';

/**
 * Whether all instances of subgraphs may be expanded: no subgraph holds itself, none is nested too deep, the nodes are
 * not too many. Counts without expanding, so that 2^n instances cost nothing.
 * @returns what stands against it; undefined when nothing does.
 */
export function checkExpansion(workflow: UiWorkflow): ConversionError | undefined {
	const { instanceDepth: limit, nodes: mostNodes } = conversionLimits;
	const byId = new Map(workflow.definitions.map((graph) => [graph.id, graph]));
	const measured = new Map<UiGraph, { readonly nodes: number; readonly depth: number }>();
	const open = new Set<UiGraph>();

	/** Nodes and depth of a graph when it is expanded; the recursion is bounded by the limit of depth. */
	const measure = (graph: UiGraph, path: readonly string[]): ConversionError | undefined => {
		const place = path.join(':');
		if (open.has(graph)) return { kind: 'subgraphCycle', place, name: graph.name };
		if (path.length + (measured.get(graph)?.depth ?? 0) > limit)
			return { kind: 'subgraphsTooDeep', place, limit };
		if (measured.has(graph)) return undefined;
		open.add(graph);
		let [nodes, depth] = [0, 0];
		for (const node of graph.nodes) {
			const inner = byId.get(node.type);
			const error = inner && measure(inner, [...path, node.id]);
			if (error) return error;
			const size = inner && measured.get(inner);
			nodes += 1 + (size?.nodes ?? 0);
			if (size) depth = Math.max(depth, 1 + size.depth);
		}
		open.delete(graph);
		measured.set(graph, { nodes, depth });
		return undefined;
	};

	const error = measure(workflow.root, []);
	if (error) return error;
	const nodes = measured.get(workflow.root)?.nodes ?? 0;
	return nodes > mostNodes ? { kind: 'tooManyNodes', nodes, limit: mostNodes } : undefined;
}
