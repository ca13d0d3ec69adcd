import type { LiveGraph, LiveNode } from '../nodes/liveGraph.ts';

/** Name under which a SetNode offers its input, and a GetNode asks for it. */
export function variableName(node: LiveNode): string | undefined {
	const { values } = node.source;
	const name: unknown = Array.isArray(values) ? values[0] : Object.values(values)[0];
	return typeof name === 'string' && name !== '' ? name : undefined;
}

/** The SetNode of a name in a graph; the last one in the file wins. */
export function findSetNode(graph: LiveGraph, name: string): LiveNode | undefined {
	let setters = settersOf.get(graph);
	if (!setters) {
		setters = new Map();
		for (const node of graph.nodes.values()) {
			const own = node.role === 'set' ? variableName(node) : undefined;
			if (own !== undefined) setters.set(own, node);
		}
		settersOf.set(graph, setters);
	}
	return setters.get(name);
}

/** Asked for once all nodes are there. */
const settersOf = new WeakMap<LiveGraph, Map<string, LiveNode>>();
