import { asLink, type Graph, nodeTitle } from '#comfy/workflow/graph.ts';

/** One value that a graph holds itself, in the words of its server. */
export interface GraphRow {
	readonly id: string;
	readonly node: string;
	readonly input: string;
	readonly value: string;
}

const LONGEST = 400;

/** What stands in the graph, node by node; links between nodes are left out, long texts are cut with their length told. */
export function graphRows(graph: Graph): readonly GraphRow[] {
	return Object.entries(graph).flatMap(([id, node]) =>
		Object.entries(node.inputs)
			.filter(([, value]) => asLink(value) === undefined)
			.map(([input, value]) => ({ id, node: nodeTitle(graph, id), input, value: shown(value) })),
	);
}

function shown(value: unknown): string {
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}… (${text.length})`;
}
