import type { LiveGraph, LiveNode } from '../nodes/liveGraph.ts';

/** Name under which a SetNode offers its input, and a GetNode asks for it. */
export function variableName(node: LiveNode): string | undefined {
	const { values } = node.source;
	const name: unknown = Array.isArray(values) ? values[0] : Object.values(values)[0];
	return typeof name === 'string' && name !== '' ? name : undefined;
}

/** The SetNode of a name in a graph; the last one in the file wins. */
export function findSetNode(graph: LiveGraph, name: string): LiveNode | undefined {
	return [...graph.nodes.values()].findLast(
		(node) => node.role === 'set' && variableName(node) === name,
	);
}
