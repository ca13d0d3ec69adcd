import type { NodeClasses } from './classes/nodeClass.ts';
import type { ConversionNote } from './conversionNote.ts';
import type { UiGraph } from './file/uiWorkflow.ts';
import { type BuildContext, emptyGraph, fillGraph } from './nodes/buildGraph.ts';
import { followMatchTypes } from './nodes/followMatchTypes.ts';
import type { LiveGraph, LiveNode } from './nodes/liveGraph.ts';
import { repairValues } from './nodes/repairValues.ts';
import { textReplacer } from './resolve/replaceText.ts';
import { promoteLate } from './subgraphs/promoteWidgets.ts';
import { migrateProxyWidgets } from './subgraphs/proxyWidgets.ts';
import { applyPrimitives } from './virtual/applyPrimitives.ts';
import { findSetNode, variableName } from './virtual/setNodes.ts';

interface LoadContext {
	readonly classes: NodeClasses;
	readonly heal: boolean;
	readonly now: Date | undefined;
}

/**
 * Loads a workflow the way the page does, in its order: subgraphs from the inside out, in each the nodes, then legacy
 * promotions; at the end the primitives write their values.
 * @param definitions in loading order.
 */
export function loadWorkflow(
	rootSource: UiGraph,
	definitions: readonly UiGraph[],
	context: LoadContext,
): { readonly root: LiveGraph; readonly notes: readonly ConversionNote[] } {
	const notes: ConversionNote[] = [];
	const graphs = new Map(
		definitions.flatMap((source) =>
			source.id === undefined ? [] : [[source.id, emptyGraph(source)] as const],
		),
	);
	const hostsOf = new Map<LiveGraph, LiveNode[]>();
	const build: BuildContext = {
		...context,
		definitions: graphs,
		onControlSlotMissing: ({ id }) =>
			notes.push({ kind: 'controlSlotMissing', node: id, healed: context.heal }),
	};
	const load = (graph: LiveGraph, source: UiGraph): void => {
		fillGraph(graph, source, build);
		for (const host of hostsOf.get(graph) ?? []) promoteLate(host);
		const own: { readonly host: LiveNode; readonly siblings: readonly LiveNode[] }[] = [];
		for (const host of graph.nodes.values()) {
			if (!host.definition) continue;
			const siblings = hostsOf.get(host.definition) ?? [];
			siblings.push(host);
			hostsOf.set(host.definition, siblings);
			own.push({ host, siblings });
		}
		for (const { host, siblings } of own)
			migrateProxyWidgets(host, siblings, ({ id }, widget) =>
				notes.push({ kind: 'staleProxyWidget', node: id, widget }),
			);
	};
	for (const source of definitions) {
		const graph = graphs.get(source.id ?? '');
		if (graph) load(graph, source);
	}
	const root = emptyGraph(rootSource);
	load(root, rootSource);
	const all = [root, ...graphs.values()];
	const fillIn = textReplacer(root, context.now);
	for (const graph of all) {
		for (const node of graph.nodes.values()) repairValues(node);
		followMatchTypes(graph);
		applyPrimitives(graph, fillIn, ({ id }) =>
			notes.push({ kind: 'primitiveWithoutTarget', node: id }),
		);
	}
	return { root, notes: [...notes, ...all.flatMap(unsetVariables)] };
}

/** A name may be set in any graph around; a name that no graph on the way sets cannot be told apart here cheaply. */
function unsetVariables(graph: LiveGraph): readonly ConversionNote[] {
	if (graph.id !== undefined) return [];
	return [...graph.nodes.values()].flatMap((node) => {
		if (node.role !== 'get') return [];
		const name = variableName(node) ?? '';
		return findSetNode(graph, name)
			? []
			: [{ kind: 'getWithoutSet' as const, node: node.id, name }];
	});
}
