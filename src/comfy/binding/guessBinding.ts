import type { ObjectInfo } from '../protocol/objectInfo.ts';
import { asLink, type Graph } from '../workflow/graph.ts';
import {
	type Binding,
	type BindingField,
	bindingFields,
	isSamePlace,
	type Place,
} from './binding.ts';
import { boundClasses, conditionedClasses, usualNames, videoOutputs } from './boundClasses.ts';
import { nearestBefore, sortNodes, withAncestors } from './graphWalk.ts';
import { isPlain, sourceOf } from './sourceOf.ts';

/**
 * Guesses where a shot goes in a graph of any making, by class, link and name of the input, never by id or position. Only
 * nodes that the saved video depends on are looked at. A value that another node works out is left to it, but for tracks,
 * prompts and the size of the motion node: there the link is replaced.
 * @param info Classes of the server: which inputs are pictures, which nodes are outputs. An empty map is fine.
 * @returns places sorted; fields that nothing was found for are []. Cost: O(nodes x links) at worst.
 */
export function guessBinding(graph: Graph, info: ObjectInfo): Binding {
	const ids = sortNodes(graph, Object.keys(graph));
	const motions = ids.filter((id) => inputsOf(graph, id)?.tracks !== undefined);
	const output = guessOutput(graph, info, ids, motions);
	const needed = output === undefined ? new Set(ids) : withAncestors(graph, [output]);
	const used = ids.filter((id) => needed.has(id) || motions.includes(id));
	const find = (field: BindingField): readonly Place[] => {
		const known = used.flatMap((id) => knownPlaces(graph, info, id, field));
		return distinct(known.length > 0 ? known : fallback(graph, info, used, field));
	};
	const places = Object.fromEntries(bindingFields.map((field) => [field, find(field)])) as Record<
		BindingField,
		readonly Place[]
	>;
	const { prompt, negative } = places;
	const own = negative.filter((place) => !prompt.some((other) => isSamePlace(place, other)));
	return { places: { ...places, negative: own }, output };
}

const inputsOf = (graph: Graph, id: string) => {
	const name = graph[id]?.class_type ?? '';
	return Object.hasOwn(boundClasses, name) ? boundClasses[name] : undefined;
};

function guessOutput(
	graph: Graph,
	info: ObjectInfo,
	ids: readonly string[],
	motions: readonly string[],
): string | undefined {
	const rank = (id: string): number => {
		const name = graph[id]?.class_type ?? '';
		const at = videoOutputs.indexOf(name);
		if (at >= 0) return at;
		return info.get(name)?.isOutput && /video|webm/i.test(name) ? videoOutputs.length : -1;
	};
	const candidates = ids
		.filter((id) => rank(id) >= 0)
		.map((id) => {
			const needs = withAncestors(graph, [id]);
			return { id, follows: motions.some((motion) => needs.has(motion)), size: needs.size };
		});
	return candidates.sort(
		(a, b) => Number(b.follows) - Number(a.follows) || rank(a.id) - rank(b.id) || b.size - a.size,
	)[0]?.id;
}

function knownPlaces(
	graph: Graph,
	info: ObjectInfo,
	id: string,
	field: BindingField,
): readonly Place[] {
	const input = inputsOf(graph, id)?.[field];
	return input === undefined ? [] : (follow(graph, info, { node: id, input }, field) ?? []);
}

function follow(
	graph: Graph,
	info: ObjectInfo,
	place: Place,
	field: BindingField,
): readonly Place[] | undefined {
	const link = asLink(graph[place.node]?.inputs[place.input])?.[0];
	switch (field) {
		case 'image': {
			if (link === undefined) return undefined;
			const node = nearestBefore(graph, link, (id) => isPicture(graph, info, id));
			return node === undefined ? undefined : [{ node, input: 'image' }];
		}
		case 'tracks':
			return [sourceOf(graph, place, 'text') ?? place];
		case 'prompt':
		case 'negative':
			return textPlace(graph, place, link, field);
		case 'sampler':
		case 'scheduler':
			return listed(sourceOf(graph, place, 'text'));
		case 'width':
		case 'height':
		case 'length':
			return [sourceOf(graph, place, 'number', place.input) ?? place];
		default:
			return listed(sourceOf(graph, place, 'number', place.input));
	}
}

const listed = (place: Place | undefined): readonly Place[] | undefined => place && [place];

function textPlace(
	graph: Graph,
	place: Place,
	link: string | undefined,
	field: 'prompt' | 'negative',
): readonly Place[] | undefined {
	if (link === undefined)
		return isPlain(graph[place.node]?.inputs[place.input], 'text') ? [place] : undefined;
	if (place.input.endsWith('_prompt')) return [sourceOf(graph, place, 'text') ?? place];
	const names = [field === 'prompt' ? 'positive_prompt' : 'negative_prompt', 'text', 'prompt'];
	const nameIn = (id: string) =>
		names.find((name) => {
			const value = graph[id]?.inputs[name];
			return isPlain(value, 'text') || asLink(value) !== undefined;
		});
	const node = nearestBefore(graph, link, (id) => nameIn(id) !== undefined);
	const input = node === undefined ? undefined : nameIn(node);
	if (node === undefined || input === undefined) return undefined;
	return [sourceOf(graph, { node, input }, 'text') ?? { node, input }];
}

function fallback(
	graph: Graph,
	info: ObjectInfo,
	used: readonly string[],
	field: BindingField,
): readonly Place[] {
	if (field === 'prompt' || field === 'negative') {
		const input = field === 'prompt' ? 'positive' : 'negative';
		return used
			.filter((id) => conditionedClasses.includes(graph[id]?.class_type ?? ''))
			.flatMap((node) => follow(graph, info, { node, input }, field) ?? []);
	}
	if (field === 'image')
		return single(
			used.filter((id) => isPicture(graph, info, id)).map((node) => ({ node, input: 'image' })),
		);
	if (field === 'tracks')
		return used.flatMap((node) =>
			Object.entries(graph[node]?.inputs ?? {})
				.filter(([, value]) => looksLikeTracks(value))
				.map(([input]) => ({ node, input })),
		);
	const unknown = used.filter((id) => inputsOf(graph, id) === undefined);
	return single(
		unknown.flatMap((node) =>
			(usualNames[field] ?? [])
				.filter((input) => isPlain(graph[node]?.inputs[input], 'number'))
				.map((input) => ({ node, input })),
		),
	);
}

/** A guess among several would be a throw of dice. */
const single = (places: readonly Place[]): readonly Place[] => (places.length === 1 ? places : []);

/** Whether the node reads a picture that was uploaded. */
export function isPicture(graph: Graph, info: ObjectInfo, id: string): boolean {
	const node = graph[id];
	if (!node || typeof node.inputs.image !== 'string') return false;
	const spec = info.get(node.class_type)?.inputs.image;
	return spec ? spec.kind === 'choice' && spec.upload : node.class_type.startsWith('LoadImage');
}

const looksLikeTracks = (value: unknown): boolean =>
	typeof value === 'string' && /^\s*\[[\s[]*\{\s*["']x["']\s*:/.test(value);

const distinct = (places: readonly Place[]): readonly Place[] =>
	places.filter((place, index) => places.findIndex((p) => isSamePlace(p, place)) === index);
