import type { UiGraph, UiNode } from '../file/uiWorkflow.ts';
import { growTo } from './autogrow.ts';
import type { LiveGraph, LiveNode, Socket, Wire } from './liveGraph.ts';

/**
 * Puts the graph's wires into the sockets of a finished node. A wire belongs to the socket whose name the file gives
 * to the input that holds it; its slot number counts the file's inputs, which need not be the node's, and decides
 * between inputs of one name, where no socket has that name, and for wires that no input names.
 */
export function attachWires(node: LiveNode, source: UiNode, wires: readonly Wire[]): void {
	if (wires.length === 0) return;
	const names = new Map<string, string[]>();
	for (const { link, name } of source.inputs) {
		if (link === undefined) continue;
		const list = names.get(link);
		if (list) list.push(name);
		else names.set(link, [name]);
	}
	const sockets = new Map<string, Socket>();
	for (const socket of node.inputs.toReversed()) sockets.set(socket.name, socket);
	const unnamed: Wire[] = [];
	const lost: Wire[] = [];
	const moved = wires.filter((wire) => {
		const own = names.get(wire.id);
		if (!own) unnamed.push(wire);
		const kept = node.inputs[wire.targetSlot];
		if (!own || !kept || !own.includes(kept.name)) return own !== undefined;
		kept.wire ??= wire;
		return false;
	});
	for (const wire of unnamed) attachBySlot(node, wire);
	for (const wire of moved) {
		const own = names.get(wire.id) ?? [];
		if (!own.some((name) => sockets.has(name))) {
			const grown = own.find((name) => growTo(node, name));
			const socket = node.inputs.find((input) => input.name === grown);
			if (socket) sockets.set(socket.name, socket);
		}
		const [name = ''] = own;
		// Two inputs name one wire only when another link to the same slot was dropped.
		const socket =
			own.length === 1 ? sockets.get(name) : node.inputs.find((input) => own.includes(input.name));
		if (socket && !socket.wire) socket.wire = wire;
		else lost.push(wire);
	}
	for (const wire of lost) attachBySlot(node, wire);
}

function attachBySlot(node: LiveNode, wire: Wire): void {
	const socket = node.inputs[wire.targetSlot];
	if (socket) socket.wire ??= wire;
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
