import { matchTemplateOf } from './addInput.ts';
import { boundary, type LiveGraph, type LiveNode, type Socket } from './liveGraph.ts';

/**
 * Sockets that follow the type of what is connected (`COMFY_MATCHTYPE_V3`) take it: an input what the other inputs of
 * its template leave open, an output what all of them have in common. Bypassed nodes ask for these types.
 * Repeats until nothing changes, for followers of followers.
 */
export function followMatchTypes(graph: LiveGraph): void {
	const followers = [...graph.nodes.values()].flatMap((node) => {
		const groups = matchGroups(node);
		return groups.size > 0 ? [{ node, groups }] : [];
	});
	for (let round = 0; round < mostRounds; round++) {
		const changed = followers.map(({ node, groups }) => follow(graph, node, groups));
		if (!changed.includes(true)) return;
	}
}

/** Longer chains of followers are settled as far as this. */
const mostRounds = 16;

/** Names of inputs and the types they allow, by template. */
type MatchGroups = ReadonlyMap<string, ReadonlyMap<string, string>>;

function matchGroups(node: LiveNode): MatchGroups {
	const groups = new Map<string, Map<string, string>>();
	for (const spec of node.class?.inputs ?? []) {
		const template = matchTemplateOf(spec);
		if (!template) continue;
		const group = groups.get(template.id) ?? new Map<string, string>();
		groups.set(template.id, group.set(spec.name, template.allowed));
	}
	return groups;
}

function follow(graph: LiveGraph, node: LiveNode, groups: MatchGroups): boolean {
	let changed = false;
	const assign = (slot: { type: string } | undefined, type: string | undefined): void => {
		if (!slot || type === undefined || slot.type === type) return;
		slot.type = type;
		changed = true;
	};
	for (const [template, allowed] of groups) {
		const sockets = node.inputs.filter((socket) => allowed.has(socket.name));
		const connected = sockets.map((socket) => originType(graph, socket));
		for (const [index, socket] of sockets.entries()) {
			const others = connected.toSpliced(index, 1);
			assign(socket, commonType([...others, allowed.get(socket.name) ?? '*']));
		}
		for (const [index, own] of (node.class?.outputTemplates ?? []).entries())
			if (own === template) assign(node.outputs[index], commonType(connected));
	}
	return changed;
}

function originType(graph: LiveGraph, { wire }: Socket): string {
	if (!wire) return '*';
	const slots =
		wire.origin === boundary ? graph.inputs : (graph.nodes.get(wire.origin)?.outputs ?? []);
	return slots[wire.originSlot]?.type ?? '*';
}

/** What types, lists of types and open ones have in common; undefined when nothing. */
function commonType(types: readonly string[]): string | undefined {
	const lists = types.filter((type) => type !== '*').map((type) => type.split(','));
	const [first, ...rest] = lists;
	if (first === undefined) return '*';
	const common = first.filter((type) => rest.every((list) => list.includes(type)));
	return common.length > 0 ? common.join(',') : undefined;
}
