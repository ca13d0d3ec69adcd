import { asLink, type Graph } from '../workflow/graph.ts';
import type { Place } from './binding.ts';

/** Inputs under which nodes that only hold a value have it: primitives, constants, text boxes, reroutes. */
const valueNames = ['value', 'text', 'string', 'Text', 'Value', 'int', 'float', 'number'];

/**
 * The input that a value really comes from: an input with a plain value is its own source, a link is followed through
 * nodes that only hold or pass on a value. @param name also followed: `width` out of a node that has a `width` itself.
 * @returns undefined when the value is worked out by a node, when the input is missing, and on a cycle.
 */
export function sourceOf(
	graph: Graph,
	{ node, input }: Place,
	kind: 'number' | 'text',
	name?: string,
): Place | undefined {
	const seen = new Set<string>();
	let place: Place = { node, input };
	while (!seen.has(place.node)) {
		seen.add(place.node);
		const inputs = graph[place.node]?.inputs;
		if (!inputs || !Object.hasOwn(inputs, place.input)) return undefined;
		const value = inputs[place.input];
		const from = asLink(value)?.[0];
		if (from === undefined) return isPlain(value, kind) ? place : undefined;
		const next = Object.hasOwn(graph, from) ? (graph[from]?.inputs ?? {}) : {};
		const holds = [...valueNames, ...(name === undefined ? [] : [name])].find(
			(key) => Object.hasOwn(next, key) && (asLink(next[key]) || isPlain(next[key], kind)),
		);
		if (holds === undefined) return undefined;
		place = { node: from, input: holds };
	}
	return undefined;
}

export const isPlain = (value: unknown, kind: 'number' | 'text'): boolean =>
	kind === 'text'
		? typeof value === 'string'
		: typeof value === 'number' || typeof value === 'bigint';
