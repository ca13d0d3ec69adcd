import type { Graph } from '../workflow/graph.ts';
import { type Binding, type BindingField, bindingFields, isSamePlace } from './binding.ts';
import { boundClasses, perFrameClasses } from './boundClasses.ts';
import { perFrameTracks } from './perFrameTracks.ts';
import { sourceOf } from './sourceOf.ts';

/** What a shot puts in; a field that is missing, or a blank negative prompt, leaves what the graph says. */
export type BindingValues = Readonly<Partial<Record<BindingField, string | number>>>;

/**
 * The graph of one run: a foreign graph with a shot's values at their places. The graph stays as it was. Tracks that a
 * WanMove node reads are given one point a frame (`length` of the values). Places that the graph lacks are passed over.
 */
export function applyBinding(graph: Graph, binding: Binding, values: BindingValues): Graph {
	const changed = new Map<string, Record<string, unknown>>();
	for (const field of bindingFields) {
		const value = values[field];
		if (value === undefined || (field === 'negative' && String(value).trim() === '')) continue;
		for (const place of binding.places[field]) {
			if (!Object.hasOwn(graph, place.node)) continue;
			const inputs = changed.get(place.node) ?? {};
			const isPerFrame =
				field === 'tracks' && readersOf(graph).some((source) => isSamePlace(source, place));
			inputs[place.input] = isPerFrame
				? perFrameTracks(String(value), Number(values.length ?? 1))
				: value;
			changed.set(place.node, inputs);
		}
	}
	return Object.fromEntries(
		Object.entries(graph).map(([id, node]) => [
			id,
			{ ...node, inputs: { ...node.inputs, ...changed.get(id) } },
		]),
	);
}

/** Where nodes that want one point a frame take their tracks from. */
const readersOf = (graph: Graph) =>
	Object.keys(graph).flatMap((node) => {
		const name = graph[node]?.class_type ?? '';
		if (!perFrameClasses.has(name)) return [];
		const input = boundClasses[name]?.tracks;
		if (input === undefined) return [];
		return [sourceOf(graph, { node, input }, 'text') ?? { node, input }];
	});
