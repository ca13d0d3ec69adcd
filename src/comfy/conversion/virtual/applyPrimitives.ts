import {
	type LiveGraph,
	type LiveNode,
	type Socket,
	setWidget,
	type Widget,
	widgetOf,
} from '../nodes/liveGraph.ts';
import { isWidgetType } from '../nodes/widgetKinds.ts';

/**
 * Writes the value of each PrimitiveNode into the widgets that it is joined to directly, as the page does before it
 * sends a workflow. It does not look through Reroutes: such a target keeps its own value, and a note says so.
 * @param fillIn replaces `%node.widget%`, for primitives that ask for it. @param onLost a primitive that reaches no widget though it is joined to something.
 */
export function applyPrimitives(
	graph: LiveGraph,
	fillIn: (text: string) => string,
	onLost: (node: LiveNode) => void,
): void {
	const primitives = [...graph.nodes.values()].filter((node) => node.role === 'primitive');
	if (primitives.length === 0) return;
	const targets = targetsByOrigin(graph, primitives);
	for (const primitive of primitives) {
		const list = targets.get(primitive.id) ?? [];
		const [first] = list;
		if (!first) continue;
		if (leadsNowhere(graph, primitive)) {
			onLost(primitive);
			continue;
		}
		const value = primitiveValue(primitive, first);
		const widgets = list.flatMap(({ widget }) => widget ?? []);
		if (value === undefined || widgets.length === 0) {
			onLost(primitive);
			continue;
		}
		const fills = primitive.source.properties.get(fillsIn) && typeof value.is === 'string';
		const written = fills ? fillIn(String(value.is)) : value.is;
		for (const widget of widgets) setWidget(widget, settled(widget, written));
	}
}

const fillsIn = 'Run widget replace on values';

const settled = (widget: Widget, value: unknown): unknown => {
	if (value === null && widget.choices?.[0] !== undefined) return widget.choices[0];
	return widget.settle ? widget.settle(value) : value;
};

/** The first link makes the page's widget: without its target there is none to write. */
function leadsNowhere(graph: LiveGraph, primitive: LiveNode): boolean {
	for (const { origin, originSlot, target } of graph.wires.values())
		if (origin === primitive.id && originSlot === 0) return !graph.nodes.has(target);
	return false;
}

interface Target {
	readonly socket: Socket;
	readonly widget: Widget | undefined;
}

function targetsByOrigin(graph: LiveGraph, primitives: readonly LiveNode[]) {
	const targets = new Map<string, Target[]>(primitives.map((node) => [node.id, []]));
	// In the order of the wires: the first decides what the primitive is.
	const order = new Map([...graph.wires.keys()].map((id, index) => [id, index]));
	const found = [...graph.nodes.values()].flatMap((node) =>
		node.inputs
			.filter(({ wire }) => wire?.originSlot === 0 && targets.has(wire.origin))
			.map((socket) => ({ socket, widget: widgetOf(node, socket) })),
	);
	const at = ({ socket }: Target) => order.get(socket.wire?.id ?? '') ?? 0;
	for (const target of found.sort((a, b) => at(a) - at(b)))
		targets.get(target.socket.wire?.origin ?? '')?.push(target);
	return targets;
}

/** What the primitive shows: its saved value if its type is still that of its first target, else the target's. */
function primitiveValue(primitive: LiveNode, first: Target): { readonly is: unknown } | undefined {
	if (!first.widget && !isWidgetType(first.socket.type)) return undefined;
	const { values, outputs, unpacked } = primitive.source;
	if (unpacked?.values.has('value')) return { is: unpacked.values.get('value') };
	const type = outputs[0]?.type;
	if (Array.isArray(values) && values.length > 0 && type === first.socket.type)
		return { is: values[0] };
	return first.widget && { is: first.widget.value };
}
