import { fail, ok, type Result } from '#core/result.ts';
import type { Graph, GraphNode } from '../workflow/graph.ts';
import type { ConversionError } from './conversionError.ts';
import { bypassed, type LiveGraph, type LiveNode, muted, type Widget } from './nodes/liveGraph.ts';
import { dynamicPrompt } from './resolve/dynamicPrompt.ts';
import { type Instance, innerInstance, rootInstance, sentId } from './resolve/instance.ts';
import { isFileName, textReplacer } from './resolve/replaceText.ts';
import { createResolver, type ResolveInput, type Source } from './resolve/resolveInput.ts';

export interface EmitOptions {
	/** Fills in `%date:...%` in file names, local time; without it they stay as they are. */
	readonly now: Date | undefined;
	/** Index of the choice in `{a|b}`, by the number of choices. */
	readonly choose: (count: number) => number;
}

/**
 * The API graph of a loaded workflow: every node that runs, once for each instance of its subgraph, with its widgets'
 * values, over which the links go. Links to nodes that do not run are left out.
 */
export function emitGraph(root: LiveGraph, options: EmitOptions): Result<Graph, ConversionError> {
	const sent = new Map<string, GraphNode>();
	const context = {
		...options,
		resolve: createResolver(),
		fillIn: textReplacer(root, options.now),
	};
	for (const { instance, node } of sentNodes(rootInstance(root))) {
		const inputs = emitInputs(instance, node, context);
		if (!inputs.ok) return inputs;
		sent.set(sentId(instance, node), {
			class_type: node.type,
			inputs: Object.fromEntries(inputs.value),
			_meta: { title: node.title },
		});
	}
	return ok(Object.fromEntries([...sent].map(([id, node]) => [id, withoutDangling(node, sent)])));
}

/**
 * Nodes that run. As on the page, an instance that is muted or bypassed is left out at the root only: inside a
 * subgraph its nodes run, though nothing takes their outputs.
 */
function* sentNodes(
	instance: Instance,
): Generator<{ readonly instance: Instance; readonly node: LiveNode }> {
	for (const node of instance.graph.nodes.values()) {
		const runs = node.mode !== muted && node.mode !== bypassed;
		if (node.definition) {
			if (runs || instance.parent) yield* sentNodes(innerInstance(instance, node, node.definition));
		} else if (runs && node.role === 'real') yield { instance, node };
	}
}

interface EmitContext extends EmitOptions {
	readonly resolve: ResolveInput;
	/** Replaces `%node.widget%` in file names. */
	readonly fillIn: (text: string) => string;
}

type Inputs = Map<string, unknown>;

function emitInputs(
	instance: Instance,
	node: LiveNode,
	context: EmitContext,
): Result<Inputs, ConversionError> {
	const sources = new Map<string, Source>();
	for (const [index, socket] of node.inputs.entries()) {
		if (!socket.wire) continue;
		const source = context.resolve(instance, node, index);
		if (!source.ok) return source;
		if (source.value) sources.set(socket.name, source.value);
	}
	const inputs: Inputs = new Map();
	for (const widget of node.widgets) {
		if (!widget.inPrompt || widget.name === '') continue;
		const value = emitValue(widget, node, sources, context);
		if (typeof value === 'number' && !Number.isFinite(value)) {
			const place = sentId(instance, node);
			return fail({ kind: 'notFinite', place, input: widget.name });
		}
		if (value !== undefined) inputs.set(widget.name, value);
	}
	for (const [name, source] of sources) {
		if (source.kind === 'output') inputs.set(name, [source.node, source.slot]);
		else if (source.value === undefined) inputs.delete(name);
		else inputs.set(name, wrapped(source.value));
	}
	return ok(inputs);
}

function emitValue(
	widget: Widget,
	node: LiveNode,
	sources: ReadonlyMap<string, Source>,
	context: EmitContext,
): unknown {
	if (widget.compute) {
		const chosen = sources.get(node.widgets[0]?.name ?? '');
		return chosen?.kind === 'value' ? widget.compute(chosen.value) : widget.compute();
	}
	const { value } = widget;
	if (typeof value === 'string') {
		if (widget.resolvesPrompts) return dynamicPrompt(value, context.choose);
		if (isFileName(node.type, widget.name)) return context.fillIn(value);
		return value;
	}
	if (widget.role === 'curve' && value !== null && value !== undefined)
		return { __type__: 'CURVE', __value__: value };
	return wrapped(value);
}

/** A bare list would be taken for a link. */
const wrapped = (value: unknown): unknown => (Array.isArray(value) ? { __value__: value } : value);

function withoutDangling(node: GraphNode, sent: ReadonlyMap<string, GraphNode>): GraphNode {
	const entries = Object.entries(node.inputs);
	const kept = entries.filter(
		([, value]) => !Array.isArray(value) || value.length !== 2 || sent.has(String(value[0])),
	);
	return kept.length === entries.length ? node : { ...node, inputs: Object.fromEntries(kept) };
}
