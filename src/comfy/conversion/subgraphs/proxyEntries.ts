import { type LiveNode, type Socket, widgetOf } from '../nodes/liveGraph.ts';
import { innerSockets } from './promoteWidgets.ts';

/** A promotion as files before schema-linked inputs hold it: `[inner node id, widget name, deepest node id]`. */
export interface ProxyEntry {
	readonly node: string;
	readonly widget: string;
	readonly deepest: string | undefined;
	/** The instance's value; undefined when its list is too short. */
	readonly value: { readonly is: unknown } | undefined;
}

/** What becomes of an entry. */
export type ProxyPlan =
	/** An input of the subgraph leads to the widget already. */
	| { readonly kind: 'linked'; readonly index: number }
	| { readonly kind: 'primitive'; readonly node: LiveNode }
	| { readonly kind: 'widget'; readonly node: LiveNode; readonly socket: Socket }
	| { readonly kind: 'ownInput' | 'helper' | 'stale' };

/** Finds the widget that an entry means. */
export function planEntry(host: LiveNode, entry: ProxyEntry): ProxyPlan {
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

/** The entries of an instance with its values; none when the page would not take the list. */
export function readProxyEntries(host: LiveNode): readonly ProxyEntry[] {
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
): Omit<ProxyEntry, 'value'> {
	if (widget.length > longestName || resolvesToWidget(host, node, widget))
		return { node, widget, deepest };
	let name = widget;
	let id = deepest;
	for (let match = prefix.exec(name); match; match = prefix.exec(name)) {
		id = match[1];
		name = match[2] ?? '';
	}
	return { node, widget: name, deepest: id };
}

const longestName = 1000;
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

function linkedInput(host: LiveNode, entry: ProxyEntry): number | undefined {
	const index = (host.definition?.inputs ?? []).findIndex((_, at) => {
		const target = firstTarget(host, at);
		return target?.node.id === entry.node && target.name === entry.widget;
	});
	return index === -1 ? undefined : index;
}

function findSocket(source: LiveNode, entry: ProxyEntry): Socket | undefined {
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
