import type { InputSpec } from '../classes/inputSpec.ts';
import type { NodeClass, NodeClasses } from '../classes/nodeClass.ts';
import type { UiGroupNode } from '../file/uiWorkflow.ts';
import type { GroupLinks } from './groupLinks.ts';

/**
 * The class of a node inside a group node, as far as the group shows it. A primitive shows the widget that it drives,
 * a reroute at the group's edge one socket; other page-only nodes nothing.
 */
export function innerClass(
	group: UiGroupNode,
	links: GroupLinks,
	index: number,
	classes: NodeClasses,
): NodeClass | undefined {
	const node = group.nodes[index];
	if (!node) return undefined;
	if (node.type === 'PrimitiveNode') return primitiveClass(group, links, index, classes);
	if (node.type === 'Reroute') return rerouteClass(group, links, index);
	return classes(node.type);
}

function primitiveClass(
	group: UiGroupNode,
	links: GroupLinks,
	index: number,
	classes: NodeClasses,
): NodeClass | undefined {
	const [link] = links.from(index, 0);
	const target = link && group.nodes[Number(link.target)];
	const name = link && target?.inputs[link.targetSlot]?.name;
	const driven = target && classes(target.type)?.inputs.find((spec) => spec.name === name);
	if (!driven) return undefined;
	const options = { ...driven.options, control_after_generate: true };
	return standIn('PrimitiveNode', { ...driven, name: 'value', options }, driven.type);
}

function rerouteClass(group: UiGroupNode, links: GroupLinks, index: number): NodeClass | undefined {
	const outgoing = links.from(index, 0);
	const incoming = links.into(index, 0);
	if (incoming && outgoing.length > 0 && !group.external.has(`${index}:0`)) return undefined;
	const [first] = outgoing;
	const type =
		(first && group.nodes[Number(first.target)]?.inputs[first.targetSlot]?.type) ??
		(incoming && group.nodes[Number(incoming.origin)]?.outputs[incoming.originSlot]?.type) ??
		'*';
	const spec = { name: type, type, optional: false, options: { forceInput: true }, choices: [] };
	return standIn('Reroute', spec, type);
}

const standIn = (name: string, input: InputSpec, outputType: string): NodeClass => ({
	name,
	title: name,
	inputs: [input],
	outputs: [{ name: outputType, type: outputType }],
	outputTemplates: [undefined],
});
