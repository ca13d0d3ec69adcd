import { fail, ok, type Result } from '#core/result.ts';
import type { ConversionError } from '../conversionError.ts';
import { boundary, bypassed, type LiveNode, muted } from '../nodes/liveGraph.ts';
import { findSetNode, variableName } from '../virtual/setNodes.ts';
import { bypassSlot } from './bypassSlot.ts';
import { type Instance, innerInstance, sentId } from './instance.ts';

/** What an input takes in the end. */
export type Source =
	| { readonly kind: 'output'; readonly node: string; readonly slot: number }
	/** The value of a widget that an instance promotes. */
	| { readonly kind: 'value'; readonly value: unknown };

/** Undefined: nothing is connected, so that the widget's own value stays. */
export type Resolution = Result<Source | undefined, ConversionError>;

const nothing: Resolution = ok(undefined);

export type ResolveInput = (instance: Instance, node: LiveNode, index: number) => Resolution;

/**
 * Follows the link of an input to the node that is sent: through reroutes, bypassed nodes, variables and the walls of
 * subgraphs, both ways. Iterative; a way that leads back to itself is an error.
 * @returns a function that remembers where ways lead, so that all inputs together cost O(links), however long they are.
 */
export function createResolver(): ResolveInput {
	const known = new Map<string, Resolution>();
	return (instance, node, index) => {
		const visited = new Set<string>();
		const end = (resolution: Resolution): Resolution => {
			for (const key of visited) known.set(key, resolution);
			return resolution;
		};
		let step: Step = { kind: 'input', instance, node, index, type: undefined };
		for (;;) {
			const key = keyOf(step);
			const found = known.get(key);
			if (found) return end(found);
			if (visited.has(key)) {
				const input = node.inputs[index]?.name ?? '';
				return end(fail({ kind: 'linkCycle', place: sentId(instance, node), input }));
			}
			visited.add(key);
			const next: Step | Resolution = step.kind === 'input' ? fromInput(step) : fromOutput(step);
			if ('ok' in next) return end(next);
			step = next;
		}
	};
}

const keyOf = ({ kind, instance, node, index, type }: Step): string =>
	`${kind}:${instance.path.join(':')}:${node.id}:${index}:${type ?? ''}`;

/** Standing at an input, looking up its link; or at an output, looking into its node. */
interface Step {
	readonly kind: 'input' | 'output';
	readonly instance: Instance;
	readonly node: LiveNode;
	readonly index: number;
	/** Type that the target takes, once it is known. */
	readonly type: string | undefined;
}

function fromInput({ instance, node, index, type }: Step): Step | Resolution {
	const socket = node.inputs[index];
	if (!socket?.wire) return nothing;
	const { origin, originSlot } = socket.wire;
	if (origin === boundary && instance.parent) {
		const { instance: outer, host } = instance.parent;
		if (host.inputs[originSlot]?.wire)
			return { kind: 'input', instance: outer, node: host, index: originSlot, type: undefined };
		const promoted = host.promoted[originSlot];
		return promoted ? ok({ kind: 'value', value: promoted.value }) : nothing;
	}
	const from = instance.graph.nodes.get(origin);
	if (!from) return nothing;
	return { kind: 'output', instance, node: from, index: originSlot, type: type ?? socket.type };
}

function fromOutput({ instance, node, index, type = '*' }: Step): Step | Resolution {
	if (node.mode === muted) return nothing;
	if (node.mode === bypassed) {
		const through = bypassSlot(node, index, type);
		if (through === undefined) return nothing;
		return { kind: 'input', instance, node, index: through, type: undefined };
	}
	switch (node.role) {
		case 'real':
			return ok({ kind: 'output', node: sentId(instance, node), slot: index });
		case 'host':
			return intoSubgraph(instance, node, index, type);
		case 'reroute':
		case 'set':
			return { kind: 'input', instance, node, index: 0, type };
		case 'get':
			return toVariable(instance, node, type);
		case 'primitive':
		case 'decoration':
			return nothing;
	}
}

function intoSubgraph(
	instance: Instance,
	host: LiveNode,
	index: number,
	type: string,
): Step | Resolution {
	const { definition } = host;
	const [id] =
		definition?.outputs[index]?.linkIds.filter((link) => definition.wires.has(link)) ?? [];
	const wire = id === undefined ? undefined : definition?.wires.get(id);
	if (!definition || !wire) return nothing;
	const inner = innerInstance(instance, host, definition);
	if (wire.origin === boundary) {
		// Straight through: what the instance's input takes.
		return { kind: 'input', instance, node: host, index: wire.originSlot, type: undefined };
	}
	const node = definition.nodes.get(wire.origin);
	return node ? { kind: 'output', instance: inner, node, index: wire.originSlot, type } : nothing;
}

/** A GetNode takes what the SetNode of its name takes, in its own graph or the nearest around it. */
function toVariable(instance: Instance, node: LiveNode, type: string): Step | Resolution {
	const name = variableName(node);
	if (name === undefined) return nothing;
	let scope: Instance | undefined = instance;
	for (; scope; scope = scope.parent?.instance) {
		const setter = findSetNode(scope.graph, name);
		if (setter) return { kind: 'output', instance: scope, node: setter, index: 0, type };
	}
	return nothing;
}
