import { type Graph, linksOf } from './graph.ts';

/**
 * The order in which ComfyUI runs the nodes that `outputs` need and that are not cached.
 * Source: the recorded order of a cold run (39, 240, 244, 251, 38, 7, 6, 247, 248, 140, 48, 3, 8, 257, 258):
 * nodes are found depth first, last input first; of the ready ones an output node goes first,
 * then one that blocks an output, then one two links before it, then the one found first.
 */
export function executionOrder(
	graph: Graph,
	outputs: readonly string[],
	isOutput: (id: string) => boolean,
	isCached: (id: string) => boolean,
): string[] {
	const found: string[] = [];
	for (const output of outputs) find(graph, output, isCached, found);
	const waitsFor = new Map(found.map((id) => [id, new Set<string>()]));
	const blocks = new Map(found.map((id) => [id, new Set<string>()]));
	for (const id of found) {
		for (const [from] of linksOf(nodeOf(graph, id))) {
			if (!waitsFor.has(from)) continue;
			waitsFor.get(id)?.add(from);
			blocks.get(from)?.add(id);
		}
	}
	const blockedBy = (id: string): string[] => [...(blocks.get(id) ?? [])];
	const order: string[] = [];
	const left = new Set(found);
	while (left.size > 0) {
		const ready = [...left].filter((id) => waitsFor.get(id)?.size === 0);
		const next =
			ready.find(isOutput) ??
			ready.find((id) => blockedBy(id).some(isOutput)) ??
			ready.find((id) => blockedBy(id).some((b) => blockedBy(b).some(isOutput))) ??
			ready[0];
		if (next === undefined) throw new Error(`cycle among ${[...left].join(', ')}`);
		order.push(next);
		left.delete(next);
		for (const blocked of blocks.get(next) ?? []) waitsFor.get(blocked)?.delete(next);
		blocks.delete(next);
	}
	return order;
}

function find(graph: Graph, start: string, isCached: (id: string) => boolean, found: string[]) {
	const stack = [start];
	while (stack.length > 0) {
		const id = stack.pop() as string;
		if (found.includes(id)) continue;
		found.push(id);
		for (const [from] of linksOf(nodeOf(graph, id))) if (!isCached(from)) stack.push(from);
	}
}

function nodeOf(graph: Graph, id: string) {
	const node = graph[id];
	if (!node) throw new Error(`no node ${id} in the graph`);
	return node;
}
