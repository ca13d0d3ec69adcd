import type { UiGraph, UiNode } from '../file/uiWorkflow.ts';
import { growTo } from './autogrow.ts';
import type { LiveGraph, LiveNode, Wire } from './liveGraph.ts';

/**
 * Puts the graph's wires into the sockets of a finished node. A wire belongs to the socket whose name the file gives
 * to the input that holds it; its slot number counts the file's inputs, which need not be the node's, and serves only
 * for wires that no input names.
 */
export function attachWires(node: LiveNode, source: UiNode, wires: readonly Wire[]): void {
	const unnamed: Wire[] = [];
	for (const wire of wires) {
		const names = source.inputs.filter((input) => input.link === wire.id).map(({ name }) => name);
		if (names.length === 0) {
			unnamed.push(wire);
			continue;
		}
		const isNamed = (name: string) => names.includes(name);
		if (!node.inputs.some((socket) => isNamed(socket.name)))
			names.find((name) => growTo(node, name));
		const kept = node.inputs[wire.targetSlot];
		const socket =
			kept && isNamed(kept.name) ? kept : node.inputs.find((input) => isNamed(input.name));
		if (socket) socket.wire ??= wire;
	}
	for (const wire of unnamed) {
		const socket = node.inputs[wire.targetSlot];
		if (socket) socket.wire ??= wire;
	}
}

/** The graph's wires, the first of each id, and those that lead into each node. */
export function readWires(graph: LiveGraph, source: UiGraph): ReadonlyMap<string, readonly Wire[]> {
	const into = new Map<string, Wire[]>();
	for (const link of source.links) {
		if (graph.wires.has(link.id)) continue;
		graph.wires.set(link.id, link);
		const list = into.get(link.target);
		if (list) list.push(link);
		else into.set(link.target, [link]);
	}
	return into;
}
