import {
	boundary,
	type LiveGraph,
	type LiveNode,
	type Socket,
	setWidget,
	widgetOf,
} from '../nodes/liveGraph.ts';
import { innerSockets, promoteWidget } from './promoteWidgets.ts';

/** A promotion as files before schema-linked inputs hold it: `[inner node id, widget name, deepest node id]`. */
interface Entry {
	readonly node: string;
	readonly widget: string;
	readonly deepest: string | undefined;
	/** The instance's value; undefined when its list is too short. */
	readonly value: { readonly is: unknown } | undefined;
}

/**
 * Turns an instance's legacy `properties.proxyWidgets` into inputs of its subgraph, as the page does when it loads the
 * file: each names a widget inside, its value is the instance's at the same place. Other instances of the subgraph
 * get the new inputs, too, with the inner value.
 * @param hosts all instances that exist so far. @param onStale an entry whose widget is gone.
 */
export function migrateProxyWidgets(
	host: LiveNode,
	hosts: readonly LiveNode[],
	onStale: (host: LiveNode, widget: string) => void,
): void {
	const { definition } = host;
	const entries = readEntries(host);
	if (!definition || entries.length === 0) return;
	const siblings = hosts.filter((other) => other.definition === definition);
	const primitives = new Map<LiveNode, Entry[]>();
	// All are told apart before any is carried out: of two entries for one widget the later takes it over.
	for (const { entry, plan } of entries.map((own) => ({ entry: own, plan: classify(host, own) }))) {
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

type Plan =
	/** An input of the subgraph leads to the widget already. */
	| { readonly kind: 'linked'; readonly index: number }
	| { readonly kind: 'primitive'; readonly node: LiveNode }
	| { readonly kind: 'widget'; readonly node: LiveNode; readonly socket: Socket }
	| { readonly kind: 'ownInput' | 'helper' | 'stale' };

function classify(host: LiveNode, entry: Entry): Plan {
	const index = linkedInput(host, entry);
	if (index !== undefined) return { kind: 'linked', index };
	const node = host.definition?.nodes.get(entry.node);
	if (node?.role === 'primitive') return { kind: 'primitive', node };
	const socket = node && findSocket(node, entry);
	if (node && socket) return { kind: 'widget', node, socket };
	if (entry.node === ownInput) return { kind: 'ownInput' };
	return { kind: isHelper(node, entry.widget) ? 'helper' : 'stale' };
}

/** Previews and controls are shown on the instance, never sent. */
const isHelper = (source: LiveNode | undefined, name: string): boolean =>
	name.startsWith('$$') ||
	source?.widgets.some((widget) => widget.name === name && !widget.inPrompt) === true;

/** Marks an entry that names an input of the subgraph itself. */
const ownInput = '-1';

function readEntries(host: LiveNode): readonly Entry[] {
	const raw = host.source.properties.get('proxyWidgets');
	const list = Array.isArray(raw) ? (raw as readonly unknown[]) : [];
	const isEntry = (entry: unknown): entry is readonly string[] =>
		Array.isArray(entry) &&
		(entry.length === 2 || entry.length === 3) &&
		entry.every((part) => typeof part === 'string');
	// One damaged entry makes the page ignore the list.
	if (list.length > mostEntries || !list.every(isEntry)) return [];
	const values = Array.isArray(host.source.values) ? host.source.values : [];
	return list.map(([node = '', widget = '', deepest], index) => {
		const value = index < values.length ? { is: values[index] as unknown } : undefined;
		return { ...withoutPrefix(host, node, widget, deepest), value };
	});
}

/** The page shows each as a row of the node; a longer list was not made there. */
const mostEntries = 1000;

/** Older names carry the ids of nested nodes in front: `12: seed`. */
function withoutPrefix(
	host: LiveNode,
	node: string,
	widget: string,
	deepest: string | undefined,
): Omit<Entry, 'value'> {
	if (resolvesToWidget(host, node, widget)) return { node, widget, deepest };
	let name = widget;
	let id = deepest;
	for (let match = prefix.exec(name); match; match = prefix.exec(name)) {
		id = match[1];
		name = match[2] ?? '';
	}
	return { node, widget: name, deepest: id };
}

const prefix = /^\s*(\d+)\s*:\s*(.+)$/;

function resolvesToWidget(host: LiveNode, id: string, name: string): boolean {
	const node = host.definition?.nodes.get(id);
	if (!node) return false;
	if (!node.definition) return node.widgets.some((widget) => widget.name === name);
	const index = node.definition.inputs.findIndex((input) => input.name === name);
	const target = index === -1 ? undefined : firstTarget(node, index);
	return target !== undefined && resolvesToWidget(node, target.node.id, target.name);
}

/** What an instance's input leads to: a widget inside, or an input of an inner instance, with or without one. */
function firstTarget(host: LiveNode, index: number) {
	for (const { node, socket } of innerSockets(host, index)) {
		if (node.definition) return { node, name: socket.name };
		const widget = widgetOf(node, socket);
		if (widget) return { node, name: widget.name };
	}
	return undefined;
}

function linkedInput(host: LiveNode, entry: Entry): number | undefined {
	const index = (host.definition?.inputs ?? []).findIndex((_, at) => {
		const target = firstTarget(host, at);
		return target?.node.id === entry.node && target.name === entry.widget;
	});
	return index === -1 ? undefined : index;
}

function findSocket(source: LiveNode, entry: Entry): Socket | undefined {
	if (source.definition) {
		const index = source.definition.inputs.findIndex((input, at) => {
			const target = firstTarget(source, at);
			if (entry.deepest !== undefined)
				return target?.name === entry.widget && target.node.id === entry.deepest;
			return input.name === entry.widget || target?.name === entry.widget;
		});
		return source.promoted[index] ? source.inputs[index] : undefined;
	}
	const widget = source.widgets.find(({ name }) => name === entry.widget);
	if (!widget || widget.role === 'preview') return undefined;
	return source.inputs.find((socket) => socket.widget === widget.name);
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
	entries: readonly Entry[],
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

function applyValue(host: LiveNode, index: number, { value }: Entry): void {
	const widget = host.promoted[index];
	if (widget && value) setWidget(widget, value.is);
}

function applyToOwnInput(host: LiveNode, entry: Entry): void {
	const index = host.inputs.findIndex((input) => input.name === entry.widget);
	if (index !== -1) applyValue(host, index, entry);
}
