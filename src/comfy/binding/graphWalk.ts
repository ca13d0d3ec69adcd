import { asLink, type Graph } from '../workflow/graph.ts';

/** Nodes that an input of this node comes from; links to nowhere are left out. */
export const inputNodes = (graph: Graph, id: string): readonly string[] =>
	Object.values(graph[id]?.inputs ?? {}).flatMap((value) => {
		const from = asLink(value)?.[0];
		return from !== undefined && Object.hasOwn(graph, from) ? [from] : [];
	});

/** These nodes and all that they depend on. Total on cycles. Cost: O(links). */
export function withAncestors(graph: Graph, ids: readonly string[]): ReadonlySet<string> {
	const seen = new Set<string>();
	const open = [...ids];
	for (let id = open.pop(); id !== undefined; id = open.pop()) {
		if (seen.has(id)) continue;
		seen.add(id);
		open.push(...inputNodes(graph, id));
	}
	return seen;
}

/**
 * The nearest node at or before `start` that fits, breadth first; of several as near the first by class and title, so that
 * ids do not matter.
 */
export function nearestBefore(
	graph: Graph,
	start: string,
	fits: (id: string) => boolean,
): string | undefined {
	const seen = new Set<string>();
	let level: readonly string[] = Object.hasOwn(graph, start) ? [start] : [];
	while (level.length > 0) {
		const found = sortNodes(graph, level.filter(fits))[0];
		if (found !== undefined) return found;
		for (const id of level) seen.add(id);
		level = [...new Set(level.flatMap((id) => inputNodes(graph, id)))].filter(
			(id) => !seen.has(id),
		);
	}
	return undefined;
}

/** By class, then title, then id. */
export function sortNodes(graph: Graph, ids: readonly string[]): readonly string[] {
	const key = (id: string): readonly string[] => [
		graph[id]?.class_type ?? '',
		graph[id]?._meta?.title ?? '',
		id,
	];
	return [...ids].sort((a, b) => {
		const [left, right] = [key(a), key(b)];
		const at = left.findIndex((part, index) => part !== right[index]);
		if (at < 0) return 0;
		return (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
	});
}
