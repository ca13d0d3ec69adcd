import type { UiNode } from '../file/uiWorkflow.ts';
import { buildNode } from '../nodes/buildNode.ts';
import type { LiveGraph } from '../nodes/liveGraph.ts';
import { restoreValues } from '../nodes/restoreValues.ts';
import type { GroupLayout } from './groupLayout.ts';

/**
 * Values that a group node holds for the widgets inside: inner node index -> widget -> value. Reads `widgets_values`
 * as of a class with the group's widgets, and uses each of them once.
 */
export function readGroupValues(
	host: UiNode,
	name: string,
	layout: GroupLayout,
): ReadonlyMap<number, Map<string, unknown>> {
	const standIn = { name, title: name, inputs: layout.inputs, outputs: [], outputTemplates: [] };
	const graph: LiveGraph = {
		id: undefined,
		name,
		nodes: new Map(),
		wires: new Map(),
		inputs: [],
		outputs: [],
	};
	const node = buildNode(graph, host, standIn, undefined, () => false);
	restoreValues(node, host, false);
	const values = new Map<number, Map<string, unknown>>();
	const used = new Set<number>();
	for (const { outer, inner } of layout.widgets) {
		const at = node.widgets.findIndex((widget, index) => widget.name === outer && !used.has(index));
		const widget = node.widgets[at];
		if (!widget) continue;
		used.add(at);
		const own = values.get(inner.node) ?? new Map<string, unknown>();
		values.set(inner.node, own.set(inner.name, widget.value ?? null));
	}
	return values;
}
