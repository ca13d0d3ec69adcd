import { isRecord } from '../json/isRecord.ts';
import {
	type LiveNode,
	type Socket,
	setWidget,
	type Widget,
	widgetOf,
} from '../nodes/liveGraph.ts';

/**
 * Gives a subgraph instance a widget for each input that leads to a widget inside, with that widget's present value.
 * The instance's own value is what runs; the inner one only seeds it.
 */
export function promoteWidgets(host: LiveNode): void {
	for (const index of host.definition?.inputs.keys() ?? []) promoteWidget(host, index);
}

/**
 * Promotes the widgets of an instance that was loaded before its subgraph, as the page then does: with the inner
 * value, whatever the instance holds, and looking at the first link only.
 */
export function promoteLate(host: LiveNode): void {
	for (const [index, input] of (host.definition?.inputs ?? []).entries()) {
		const first = innerSockets(host, index).find(
			({ socket }) => socket.wire?.id === input.linkIds[0],
		);
		const widget = first && widgetOf(first.node, first.socket);
		if (widget) promote(host, index, widget);
	}
}

/** Promotes one input, if a widget stands behind it. */
export function promoteWidget(host: LiveNode, index: number): void {
	const source = promotionSource(host, index)?.widget;
	if (source) promote(host, index, source);
}

function promote(host: LiveNode, index: number, source: Widget): void {
	const socket = host.inputs[index];
	if (!socket || host.promoted[index]) return;
	const { value, choices, takesSlot, inPrompt } = source;
	const widget: Widget = { name: socket.name, value, choices, takesSlot, inPrompt };
	host.promoted[index] = widget;
	host.widgets.push(widget);
	socket.widget = socket.name;
}

/** Where an input of an instance leads inside. */
export interface PromotionSource {
	readonly node: LiveNode;
	/** Of the inner widget, or of the input when the inner node is an instance itself. */
	readonly name: string;
	readonly widget: Widget | undefined;
}

/** The first inner socket with a widget that the input feeds; a socket of an inner instance counts even without. */
export function promotionSource(host: LiveNode, index: number): PromotionSource | undefined {
	for (const { node, socket } of innerSockets(host, index)) {
		const widget = widgetOf(node, socket);
		if (widget) return { node, name: node.role === 'host' ? socket.name : widget.name, widget };
	}
	return undefined;
}

export function innerSockets(
	host: LiveNode,
	index: number,
): readonly { readonly node: LiveNode; readonly socket: Socket }[] {
	const { definition } = host;
	return (definition?.inputs[index]?.linkIds ?? []).flatMap((id) => {
		const wire = definition?.wires.get(id);
		const node = wire && definition?.nodes.get(wire.target);
		const socket = node?.inputs.find((input) => input.wire?.id === id);
		return node && socket ? [{ node, socket }] : [];
	});
}

/** Values of promoted widgets by position; those that a migration set aside, by name, win. */
export function applyPromotedValues(host: LiveNode): void {
	const { definition, source } = host;
	if (!definition || !Array.isArray(source.values)) return;
	const setAside = quarantined(source.properties.get('proxyWidgetErrorQuarantine'));
	let place = 0;
	for (const index of definition.inputs.keys()) {
		const widget = host.promoted[index];
		if (!widget) continue;
		const value = setAside.has(widget.name) ? setAside.get(widget.name) : source.values[place];
		if (value !== undefined) setWidget(widget, value);
		place++;
	}
}

function quarantined(raw: unknown): ReadonlyMap<string, unknown> {
	const values = new Map<string, unknown>();
	for (const entry of Array.isArray(raw) ? (raw as readonly unknown[]) : []) {
		if (!isRecord(entry) || !Array.isArray(entry.originalEntry)) continue;
		const [node, name] = entry.originalEntry as readonly unknown[];
		if (node !== '-1' || typeof name !== 'string' || entry.hostValue === undefined) continue;
		if (!values.has(name)) values.set(name, entry.hostValue);
	}
	return values;
}
