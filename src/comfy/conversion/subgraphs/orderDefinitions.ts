import { fail, ok, type Result } from '#core/result.ts';
import type { ConversionError } from '../conversionError.ts';
import { conversionLimits } from '../conversionLimits.ts';
import type { UiGraph, UiWorkflow } from '../file/uiWorkflow.ts';

/**
 * Subgraph definitions with inner ones first, those that the root reaches; and the proof that expanding all instances
 * stays within the limits. Counts without expanding, so that 2^n instances cost nothing.
 */
export function orderDefinitions(
	workflow: UiWorkflow,
): Result<readonly UiGraph[], ConversionError> {
	const byId = new Map(workflow.definitions.map((graph) => [graph.id, graph]));
	const measured = new Map<UiGraph, { readonly nodes: number; readonly depth: number }>();
	const ordered: UiGraph[] = [];
	const open = new Set<UiGraph>();

	/** Nodes and depth of a graph when it is expanded; recursion is bounded by the instance depth. */
	const measure = (graph: UiGraph, path: readonly string[]): ConversionError | undefined => {
		const place = path.join(':');
		const tooDeep: ConversionError = {
			kind: 'subgraphsTooDeep',
			place,
			limit: conversionLimits.instanceDepth,
		};
		const known = measured.get(graph);
		if (known)
			return path.length + known.depth > conversionLimits.instanceDepth ? tooDeep : undefined;
		if (open.has(graph)) return { kind: 'subgraphCycle', place, name: graph.name };
		if (path.length > conversionLimits.instanceDepth) return tooDeep;
		open.add(graph);
		let nodes = 0;
		let depth = 0;
		for (const node of graph.nodes) {
			const inner = byId.get(node.type);
			const error = inner && measure(inner, [...path, node.id]);
			if (error) return error;
			const size = inner && measured.get(inner);
			nodes += 1 + (size?.nodes ?? 0);
			if (size) depth = Math.max(depth, 1 + size.depth);
		}
		open.delete(graph);
		measured.set(graph, { nodes, depth });
		if (graph !== workflow.root) ordered.push(graph);
		return undefined;
	};

	const error = measure(workflow.root, []);
	if (error) return fail(error);
	const nodes = measured.get(workflow.root)?.nodes ?? 0;
	if (nodes > conversionLimits.nodes)
		return fail({ kind: 'tooManyNodes', nodes, limit: conversionLimits.nodes });
	return ok(ordered);
}
