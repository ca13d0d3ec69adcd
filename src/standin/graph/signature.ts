import { createHash } from 'node:crypto';
import { type Graph, isLink } from './graph.ts';

/**
 * What a node's result depends on: its class, its literals, the signatures of what it reads, and
 * for LoadImage the bytes of the file. Equal signatures mean that ComfyUI takes the old result.
 * @param contentOf Hash of the file that a LoadImage node names.
 */
export function signatures(
	graph: Graph,
	contentOf: (image: unknown) => string,
): Map<string, string> {
	const known = new Map<string, string>();
	const of = (id: string): string => {
		const old = known.get(id);
		if (old !== undefined) return old;
		const node = graph[id];
		if (!node) throw new Error(`no node ${id} in the graph`);
		const inputs = Object.entries(node.inputs)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([name, value]) => [name, isLink(value) ? [of(value[0]), value[1]] : { value }]);
		const content = node.class_type === 'LoadImage' ? contentOf(node.inputs.image) : '';
		const text = JSON.stringify([node.class_type, inputs, content]);
		const hash = createHash('sha256').update(text).digest('hex');
		known.set(id, hash);
		return hash;
	};
	for (const id of Object.keys(graph)) of(id);
	return known;
}
