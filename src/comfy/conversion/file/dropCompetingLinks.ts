import type { UiGraph, UiLink } from './uiWorkflow.ts';

/**
 * Leaves one link per target slot, as the page does when it loads a file: the first, unless only a later one is named
 * by an input. What named a dropped link now names the survivor.
 */
export function dropCompetingLinks(graph: UiGraph): UiGraph {
	const named = new Set(graph.nodes.flatMap((node) => node.inputs.map((input) => input.link)));
	const survivorAt = new Map<string, UiLink>();
	const survivorOf = new Map<string, string>();
	for (const link of graph.links) {
		const at = `${link.target}:${link.targetSlot}`;
		const held = survivorAt.get(at);
		if (held === undefined) {
			survivorAt.set(at, link);
			continue;
		}
		const same = held.origin === link.origin && held.originSlot === link.originSlot;
		if (!same && named.has(link.id) && !named.has(held.id)) {
			survivorAt.set(at, link);
			survivorOf.set(held.id, link.id);
		} else if (link.id !== held.id) survivorOf.set(link.id, held.id);
	}
	if (survivorAt.size === graph.links.length) return graph;
	const renamed = (id: string): string => {
		// A survivor may have been dropped later; ids that two links share must not make this a circle.
		const seen = new Set<string>();
		let last = id;
		for (let next = survivorOf.get(id); next !== undefined && !seen.has(next); ) {
			seen.add(next);
			last = next;
			next = survivorOf.get(next);
		}
		return last;
	};
	const renamedSlots = (slots: UiGraph['inputs']) =>
		slots.map((slot) => ({ ...slot, linkIds: [...new Set(slot.linkIds.map(renamed))] }));
	return {
		...graph,
		links: [...survivorAt.values()],
		nodes: graph.nodes.map((node) => ({
			...node,
			inputs: node.inputs.map((input) =>
				input.link === undefined ? input : { ...input, link: renamed(input.link) },
			),
		})),
		inputs: renamedSlots(graph.inputs),
		outputs: renamedSlots(graph.outputs),
	};
}
