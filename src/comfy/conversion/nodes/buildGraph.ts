import type { NodeClasses } from '../classes/nodeClass.ts';
import type { UiGraph } from '../file/uiWorkflow.ts';
import { applyPromotedValues, promoteWidgets } from '../subgraphs/promoteWidgets.ts';
import { attachWires, readWires } from './attachWires.ts';
import { buildNode } from './buildNode.ts';
import type { LiveGraph, LiveNode } from './liveGraph.ts';
import { restoreValues } from './restoreValues.ts';

/** What building needs beside the file. */
export interface BuildContext {
	readonly classes: NodeClasses;
	/** All subgraphs by id; those that come later in the loading order are empty still. */
	readonly definitions: ReadonlyMap<string, LiveGraph>;
	readonly heal: boolean;
	readonly onControlSlotMissing: (node: LiveNode) => void;
}

/** A graph with nothing in it but its edge, for instances to refer to. */
export const emptyGraph = ({ id, name, inputs, outputs }: UiGraph): LiveGraph => ({
	id,
	name,
	nodes: new Map(),
	wires: new Map(),
	inputs: [...inputs],
	outputs,
});

/** Fills a graph as the page does when it loads the file: values restored, wires in their sockets. */
export function fillGraph(graph: LiveGraph, source: UiGraph, context: BuildContext): void {
	const into = readWires(graph, source);
	const isLinked = (id: string) => graph.wires.has(id);
	for (const uiNode of source.nodes) {
		const definition = context.definitions.get(uiNode.type);
		const nodeClass = definition ? undefined : context.classes(uiNode.type);
		const node = buildNode(graph, uiNode, nodeClass, definition, isLinked);
		graph.nodes.set(node.id, node);
		promoteWidgets(node);
		const { controlSlotMissing } = restoreValues(node, uiNode, context.heal);
		if (controlSlotMissing) context.onControlSlotMissing(node);
		applyPromotedValues(node);
		attachWires(node, uiNode, into.get(node.id) ?? []);
		dropWidgetlessInputs(node);
	}
	addEverywhereLinks(graph, source);
}

/** An input that stands for a widget goes when its class no longer has the widget. */
function dropWidgetlessInputs(node: LiveNode): void {
	if (!node.class) return;
	const names = new Set(node.widgets.map((widget) => widget.name));
	const kept = node.inputs.filter(({ widget }) => widget === undefined || names.has(widget));
	if (kept.length < node.inputs.length) node.inputs.splice(0, node.inputs.length, ...kept);
}

/** cg-use-everywhere: what would be sent to an input that has no link of its own. */
function addEverywhereLinks(graph: LiveGraph, source: UiGraph): void {
	for (const [index, link] of source.everywhere.entries()) {
		const target = graph.nodes.get(link.target);
		const name = target?.source.inputs[link.targetSlot]?.name;
		const socket = target?.inputs.find((input) => input.name === name);
		if (!socket || socket.wire || !graph.nodes.has(link.origin)) continue;
		socket.wire = { ...link, id: `everywhere:${index}` };
	}
}
