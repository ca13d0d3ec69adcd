import type { UiGraph } from '../file/uiWorkflow.ts';

/**
 * Subgraph definitions in the order in which they are loaded: inner ones first, so that an instance finds the widgets
 * it promotes. In the file's order when they go in circles.
 * @param asPage ComfyUI's page also falls back to the file's order when a subgraph holds two instances of another:
 * it counts both and ticks off one. Instances of what comes later then lose their own values.
 * Cost: O(nodes).
 */
export function loadOrder(definitions: readonly UiGraph[], asPage: boolean): readonly UiGraph[] {
	const ids = new Set(definitions.map((graph) => graph.id));
	const users = new Map(definitions.map((graph) => [graph.id, new Set<UiGraph>()]));
	const waiting = new Map<UiGraph, number>();
	for (const graph of definitions) {
		const inner = graph.nodes.map((node) => node.type).filter((type) => ids.has(type));
		for (const type of inner) users.get(type)?.add(graph);
		waiting.set(graph, asPage ? inner.length : new Set(inner).size);
	}
	const ready = definitions.filter((graph) => waiting.get(graph) === 0);
	for (const graph of ready) {
		for (const user of users.get(graph.id) ?? []) {
			const left = (waiting.get(user) ?? 0) - 1;
			waiting.set(user, left);
			// The list grows while it is walked.
			if (left === 0) ready.push(user);
		}
	}
	return ready.length === definitions.length ? ready : definitions;
}
