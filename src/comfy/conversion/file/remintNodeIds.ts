import type { UiGraph, UiNode, UiWorkflow } from './uiWorkflow.ts';

/**
 * Gives new ids to nodes of subgraphs whose id is taken by the root or an earlier subgraph, as the page does: the
 * next free number after the highest it has seen. Links and legacy promotions follow. The result's ids show it.
 */
export function remintNodeIds(workflow: UiWorkflow): UiWorkflow {
	const taken = new Set(workflow.root.nodes.map((node) => node.id));
	let last = workflow.root.lastNodeId;
	const mint = (): string => {
		do last++;
		while (taken.has(String(last)));
		return String(last);
	};
	const renamedIn = new Map<string, ReadonlyMap<string, string>>();
	for (const graph of workflow.definitions) {
		const renamed = new Map<string, string>();
		for (const { id } of graph.nodes) {
			let final = id;
			if (taken.has(id)) {
				final = mint();
				renamed.set(id, final);
			} else if (/^(?:0|[1-9]\d{0,14})$/.test(id)) last = Math.max(last, Number(id));
			taken.add(final);
		}
		if (graph.id !== undefined && renamed.size > 0) renamedIn.set(graph.id, renamed);
	}
	if (renamedIn.size === 0) return workflow;
	const patch = (graph: UiGraph): UiGraph => patchGraph(graph, renamedIn);
	return { ...workflow, root: patch(workflow.root), definitions: workflow.definitions.map(patch) };
}

function patchGraph(
	graph: UiGraph,
	renamedIn: ReadonlyMap<string, ReadonlyMap<string, string>>,
): UiGraph {
	const own = graph.id === undefined ? undefined : renamedIn.get(graph.id);
	const named = (id: string): string => own?.get(id) ?? id;
	const patchEnds = <Link extends { readonly origin: string; readonly target: string }>(
		link: Link,
	): Link => ({ ...link, origin: named(link.origin), target: named(link.target) });
	return {
		...graph,
		nodes: graph.nodes.map((node) => ({
			...patchPromotions(node, renamedIn.get(node.type)),
			id: named(node.id),
		})),
		links: graph.links.map(patchEnds),
		everywhere: graph.everywhere.map(patchEnds),
	};
}

function patchPromotions(node: UiNode, renamed: ReadonlyMap<string, string> | undefined): UiNode {
	const entries = node.properties.get('proxyWidgets');
	if (renamed === undefined || !Array.isArray(entries)) return node;
	const patched = (entries as readonly unknown[]).map((entry) => {
		const id = Array.isArray(entry) ? renamed.get(String(entry[0])) : undefined;
		return id === undefined ? entry : [id, ...(entry as readonly unknown[]).slice(1)];
	});
	return { ...node, properties: new Map(node.properties).set('proxyWidgets', patched) };
}
