import {
	boundary,
	type LiveGraph,
	type LiveNode,
	type Socket,
	setWidget,
} from '../nodes/liveGraph.ts';
import { promoteWidget } from './promoteWidgets.ts';
import { type ProxyEntry, planEntry, readProxyEntries } from './proxyEntries.ts';

/**
 * Turns an instance's legacy `properties.proxyWidgets` into inputs of its subgraph, as the page does when it loads the
 * file: each names a widget inside, its value is the instance's at the same place. Other instances of the subgraph
 * get the new inputs, too, with the inner value.
 * @param siblings all instances of the subgraph that exist so far, this one too. @param onStale an entry whose widget is gone.
 */
export function migrateProxyWidgets(
	host: LiveNode,
	siblings: readonly LiveNode[],
	onStale: (host: LiveNode, widget: string) => void,
): void {
	const { definition } = host;
	const entries = readProxyEntries(host);
	if (!definition || entries.length === 0) return;
	const primitives = new Map<LiveNode, ProxyEntry[]>();
	// All are told apart before any is carried out: of two entries for one widget the later takes it over.
	for (const { entry, plan } of entries.map((own) => ({
		entry: own,
		plan: planEntry(host, own),
	}))) {
		switch (plan.kind) {
			case 'linked':
				applyValue(host, plan.index, entry);
				break;
			case 'primitive':
				primitives.set(plan.node, [...(primitives.get(plan.node) ?? []), entry]);
				break;
			case 'widget':
				applyValue(host, addBoundaryInput(definition, entry.widget, [plan], siblings), entry);
				break;
			case 'ownInput':
				applyToOwnInput(host, entry);
				break;
			case 'stale':
				onStale(host, entry.widget);
		}
	}
	for (const [primitive, list] of primitives) bypassPrimitive(host, primitive, list, siblings);
}

/** A new input of the subgraph that feeds these sockets. @returns its index. */
function addBoundaryInput(
	definition: LiveGraph,
	baseName: string,
	targets: readonly { readonly node: LiveNode; readonly socket: Socket }[],
	hosts: readonly LiveNode[],
): number {
	let name = baseName;
	for (let count = 1; definition.inputs.some((input) => input.name === name); count++)
		name = `${baseName}_${count}`;
	const index = definition.inputs.length;
	const linkIds = targets.map((_, at) => `promoted:${index}:${at}`);
	const type = targets[0]?.socket.type ?? '*';
	definition.inputs.push({ name, type, linkIds });
	for (const [at, { node, socket }] of targets.entries()) {
		const id = linkIds[at] ?? '';
		const targetSlot = node.inputs.indexOf(socket);
		const wire = { id, origin: boundary, originSlot: index, target: node.id, targetSlot };
		definition.wires.set(id, wire);
		socket.wire = wire;
	}
	for (const host of hosts) {
		// Before inputs that the subgraph does not know, so that places agree with the subgraph's.
		host.inputs.splice(index, 0, { name, type, widget: undefined, wire: undefined });
		promoteWidget(host, index);
	}
	return index;
}

/** A promoted PrimitiveNode gives way to an input that feeds all its targets. */
function bypassPrimitive(
	host: LiveNode,
	primitive: LiveNode,
	entries: readonly ProxyEntry[],
	hosts: readonly LiveNode[],
): void {
	const { definition } = host;
	const [first] = entries;
	if (!definition || !first || entries.some((entry) => entry.widget !== first.widget)) return;
	const renamed = primitiveInputs.get(primitive);
	if (renamed !== undefined) {
		for (const entry of entries) applyValue(host, renamed, entry);
		return;
	}
	const targets = [...definition.nodes.values()].flatMap((node) =>
		node.inputs
			.filter(({ wire }) => wire?.origin === primitive.id && wire.originSlot === 0)
			.map((socket) => ({ node, socket })),
	);
	if (targets.length === 0) return;
	const title = primitive.source.title;
	const name = title && title !== 'PrimitiveNode' ? title : first.widget;
	const index = addBoundaryInput(definition, name, targets, hosts);
	primitiveInputs.set(primitive, index);
	const valued = entries.find((entry) => entry.value !== undefined);
	if (valued) applyValue(host, index, valued);
}

/** Inputs that stand for primitives, so that other instances find them. */
const primitiveInputs = new WeakMap<LiveNode, number>();

function applyValue(host: LiveNode, index: number, { value }: ProxyEntry): void {
	const widget = host.promoted[index];
	if (widget && value) setWidget(widget, value.is);
}

function applyToOwnInput(host: LiveNode, entry: ProxyEntry): void {
	const index = host.inputs.findIndex((input) => input.name === entry.widget);
	if (index !== -1) applyValue(host, index, entry);
}
