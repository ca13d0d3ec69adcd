import type { NodeClass } from '../classes/nodeClass.ts';
import type { UiNode } from '../file/uiWorkflow.ts';
import { addInputs } from './addInput.ts';
import { addPageWidgets } from './addPageWidgets.ts';
import { growAfter } from './autogrow.ts';
import type { LiveGraph, LiveNode, Socket } from './liveGraph.ts';
import { roleOf } from './nodeRoles.ts';

/**
 * A node of the file with the sockets and widgets that its class gives it; values and wires come later.
 * Inputs that the class lacks are kept: scripts of extensions add such, and their links are sent. A subgraph's instance has
 * the subgraph's inputs and no others.
 * @param definition the subgraph that the node is an instance of.
 */
export function buildNode(
	graph: LiveGraph,
	source: UiNode,
	nodeClass: NodeClass | undefined,
	definition: LiveGraph | undefined,
	isLinked: (linkId: string) => boolean,
): LiveNode {
	const role = definition ? 'host' : roleOf(source.type, nodeClass !== undefined);
	const node: LiveNode = {
		id: source.id,
		sentAs: source.unpacked?.sentAs,
		type: source.type,
		title: source.title || (definition?.name ?? nodeClass?.title ?? source.type),
		mode: source.mode,
		role,
		graph,
		source,
		class: role === 'real' ? nodeClass : undefined,
		inputs: [],
		outputs: [],
		widgets: [],
		autogrow: new Map(),
		definition,
		promoted: [],
	};
	if (node.class) {
		addInputs(node, node.class.inputs);
		addPageWidgets(node);
	}
	for (const slot of definition?.inputs ?? []) node.inputs.push(bare(slot.name, slot.type));
	if (role === 'reroute') node.inputs.push(bare(source.inputs[0]?.name ?? '', '*'));
	if (!definition) keepExtraInputs(node);
	addOutputs(node);
	for (const input of source.inputs)
		if (input.link !== undefined && isLinked(input.link)) growAfter(node, input.name);
	return node;
}

const bare = (name: string, type: string): Socket => ({
	name,
	type,
	widget: undefined,
	wire: undefined,
});

function keepExtraInputs(node: LiveNode): void {
	const known = new Set(node.inputs.map((input) => input.name));
	for (const { name, type, widget } of node.source.inputs) {
		if (!known.has(name)) node.inputs.push({ ...bare(name, type), widget });
	}
}

function addOutputs(node: LiveNode): void {
	const own = node.definition?.outputs ?? node.class?.outputs ?? [];
	node.outputs.push(
		...own.map(({ name, type }) => ({ name, type })),
		...node.source.outputs.slice(own.length).map(({ name, type }) => ({ name, type })),
	);
}
