import { isTypesCompatible } from '../resolve/slotTypes.ts';
import { matchTemplateOf } from './addInput.ts';
import { boundary, type LiveGraph, type LiveNode, type Socket } from './liveGraph.ts';

/**
 * Outputs that follow the type of what is connected (`COMFY_MATCHTYPE_V3`) take it, as far as bypassed nodes ask for
 * types. Two rounds, so that a follower of a follower is right, too.
 */
export function followMatchTypes(graph: LiveGraph): void {
	const followers = [...graph.nodes.values()].filter((node) =>
		node.class?.outputTemplates.some((template) => template !== undefined),
	);
	for (let round = 0; round < 2; round++) for (const node of followers) follow(graph, node);
}

function follow(graph: LiveGraph, node: LiveNode): void {
	const templates = new Map<string, string>();
	for (const spec of node.class?.inputs ?? []) {
		const template = matchTemplateOf(spec);
		if (template !== undefined) templates.set(spec.name, template);
	}
	for (const [index, template] of (node.class?.outputTemplates ?? []).entries()) {
		const output = node.outputs[index];
		if (!output || template === undefined) continue;
		const types = node.inputs
			.filter((socket) => templates.get(socket.name) === template)
			.map((socket) => originType(graph, socket))
			.filter((type) => type !== '*' && type !== '');
		const [first] = types;
		if (first !== undefined && types.every((type) => isTypesCompatible(type, first)))
			output.type = first;
	}
}

function originType(graph: LiveGraph, { wire }: Socket): string {
	if (!wire) return '*';
	const slots =
		wire.origin === boundary ? graph.inputs : (graph.nodes.get(wire.origin)?.outputs ?? []);
	return slots[wire.originSlot]?.type ?? '*';
}
