import { fail, ok, type Result } from '#core/result.ts';
import type { NodeClasses } from '../classes/nodeClass.ts';
import type { ConversionError } from '../conversionError.ts';
import { conversionLimits } from '../conversionLimits.ts';
import type { ConversionNote } from '../conversionNote.ts';
import type {
	UiGraph,
	UiGroupNode,
	UiInput,
	UiLink,
	UiNode,
	UiWorkflow,
} from '../file/uiWorkflow.ts';
import { bypassed, muted } from '../nodes/liveGraph.ts';
import { roleOf } from '../nodes/nodeRoles.ts';
import { type GroupLayout, layOutGroup } from './groupLayout.ts';
import { readGroupValues } from './readGroupValues.ts';

interface Unpacked {
	readonly workflow: UiWorkflow;
	readonly notes: readonly ConversionNote[];
}

/**
 * Replaces the root's group nodes (`workflow>NAME`, defined in `extra.groupNodes`) by the nodes inside, with the
 * group's values and links. Their ids in the result are those that the page gives: it makes a subgraph of each.
 * One whose definition is missing or holds unknown classes stays, so that it is named as unknown.
 * A muted or bypassed group mutes or bypasses what is inside, which the page forgets.
 */
export function unpackGroupNodes(
	workflow: UiWorkflow,
	classes: NodeClasses,
): Result<Unpacked, ConversionError> {
	const notes: ConversionNote[] = [];
	let root = workflow.root;
	let last = highestId(workflow);
	let { length: nodes } = root.nodes;
	for (const node of workflow.root.nodes) {
		const name = groupName(node.type);
		if (name === undefined) continue;
		const group = workflow.groupNodes.get(name);
		const missingClasses = group ? missingIn(group, classes) : [];
		if (!group || missingClasses.length > 0) {
			notes.push({ kind: 'groupNode', node: node.id, name, missingClasses });
			continue;
		}
		nodes += group.nodes.length;
		const { nodes: limit } = conversionLimits;
		if (nodes > limit) return fail({ kind: 'tooManyNodes', nodes, limit });
		const ids = group.nodes.map((_, index) => String(last + 1 + index));
		last += ids.length + 1;
		root = unpack(root, node.id, group, { ids, hostId: String(last), classes });
	}
	return ok({ workflow: { ...workflow, root }, notes });
}

const groupName = (type: string): string | undefined => /^workflow[>/](.+)$/s.exec(type)?.[1];

function missingIn(group: UiGroupNode, classes: NodeClasses): readonly string[] {
	const types = new Set(group.nodes.map((node) => node.type));
	return [...types].filter((type) => roleOf(type, false) === 'real' && !classes(type));
}

/** Of the ids in use and those that the file says were given out. */
function highestId({ root, definitions }: UiWorkflow): number {
	const graphs = [root, ...definitions];
	const ids = graphs.flatMap((graph) => [
		graph.lastNodeId,
		...graph.nodes.map((node) => Number(node.id)),
	]);
	return ids.reduce((high, id) => (Number.isSafeInteger(id) ? Math.max(high, id) : high), 0);
}

interface Unpacking {
	/** Of the inner nodes. */
	readonly ids: readonly string[];
	readonly hostId: string;
	readonly classes: NodeClasses;
}

function unpack(root: UiGraph, id: string, group: UiGroupNode, unpacking: Unpacking): UiGraph {
	const host = root.nodes.find((node) => node.id === id);
	if (!host) return root;
	const { ids } = unpacking;
	const layout = layOutGroup(group, unpacking.classes);
	const links: UiLink[] = group.links.map((link) => ({
		...link,
		id: `group:${host.id}:${link.id}`,
		origin: ids[Number(link.origin)] ?? '',
		target: ids[Number(link.target)] ?? '',
	}));
	const inner = innerNodes(host, group, layout, links, unpacking);
	for (const link of root.links) {
		const moved = moveOrigin(moveTarget(link, host, layout, inner, ids), host, layout, ids);
		if (moved) links.push(moved);
	}
	return { ...root, nodes: [...root.nodes.filter((node) => node !== host), ...inner], links };
}

function innerNodes(
	host: UiNode,
	group: UiGroupNode,
	layout: GroupLayout,
	links: readonly UiLink[],
	{ ids, hostId }: Unpacking,
): UiNode[] {
	const values = readGroupValues(host, group.name, layout);
	return group.nodes.map((node, index) => {
		const id = ids[index] ?? '';
		return {
			...node,
			id,
			mode: host.mode === muted || host.mode === bypassed ? host.mode : node.mode,
			inputs: node.inputs.map((input, slot) => ({
				...input,
				link: links.find((link) => link.target === id && link.targetSlot === slot)?.id,
			})),
			unpacked: { sentAs: `${hostId}:${id}`, values: values.get(index) ?? new Map() },
		};
	});
}

/** A link into the group leads to the node inside that shows the socket; one that no node shows goes. */
function moveTarget(
	link: UiLink,
	host: UiNode,
	layout: GroupLayout,
	inner: UiNode[],
	ids: readonly string[],
): UiLink | undefined {
	if (link.target !== host.id) return link;
	const socket = host.inputs.find((input) => input.link === link.id);
	const place = socket && layout.sockets.get(socket.name);
	const node = place && inner[place.node];
	if (!socket || !place || !node) return undefined;
	const slot = node.inputs.findIndex((input) => input.name === place.name);
	const linked: UiInput = { ...socket, ...node.inputs[slot], name: place.name, link: link.id };
	const inputs = slot === -1 ? [...node.inputs, linked] : node.inputs.with(slot, linked);
	inner[place.node] = { ...node, inputs };
	const targetSlot = slot === -1 ? inputs.length - 1 : slot;
	return { ...link, target: ids[place.node] ?? '', targetSlot };
}

function moveOrigin(
	link: UiLink | undefined,
	host: UiNode,
	layout: GroupLayout,
	ids: readonly string[],
): UiLink | undefined {
	if (link?.origin !== host.id) return link;
	const output = layout.outputs[link.originSlot];
	return output && { ...link, origin: ids[output.node] ?? '', originSlot: output.slot };
}
