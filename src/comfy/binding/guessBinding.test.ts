import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readObjectInfo } from '../protocol/readObjectInfo.ts';
import { asLink, type Graph, graphSchema } from '../workflow/graph.ts';
import { type Binding, bindingFields } from './binding.ts';
import { runNodesOf } from './boundWorkflow.ts';
import { foreignClasses } from './foreignClasses.ts';
import { guessBinding } from './guessBinding.ts';
import { moveGraph, wrapperGraph } from './testing/graphs.ts';

const read = (path: string): unknown =>
	JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const template: Graph = graphSchema.parse(read('../../../workflows/video_wan_ati.json'));
const parsed = readObjectInfo(read('../fixtures/objectInfo.v0_33_0.json'));
if (!parsed.ok) throw new Error(parsed.error);
const info = parsed.value;
const graphs: Readonly<Record<string, Graph>> = { template, wrapperGraph, moveGraph };

/** `field: id.input` of every place, so that a test reads as a table. */
const asTable = ({ places, output }: Binding) => ({
	...Object.fromEntries(
		bindingFields
			.filter((field) => places[field].length > 0)
			.map((field) => [field, places[field].map(({ node, input }) => `${node}.${input}`)]),
	),
	output,
});

test('our own template is bound as bindShot binds it', () => {
	const binding = guessBinding(template, info);
	expect(asTable(binding)).toEqual({
		image: ['240.image'],
		tracks: ['247.value'],
		prompt: ['6.text'],
		negative: ['7.text'],
		seed: ['3.seed'],
		steps: ['3.steps'],
		cfg: ['3.cfg'],
		sampler: ['3.sampler_name'],
		scheduler: ['3.scheduler'],
		shift: ['48.shift'],
		temperature: ['248.temperature'],
		topk: ['248.topk'],
		width: ['248.width'],
		height: ['248.height'],
		length: ['248.length'],
		fps: ['257.fps'],
		output: binding.output,
	});
	expect(template[binding.output ?? '']?.class_type).toBe('SaveVideo');
	expect(foreignClasses(template)).toEqual([]);
});

test('the wrapper’s graph: a spline editor’s string is replaced, a size is set where it is made', () => {
	expect(asTable(guessBinding(wrapperGraph, info))).toEqual({
		image: ['1.image'],
		tracks: ['5.tracks'],
		prompt: ['6.positive_prompt'],
		negative: ['6.negative_prompt'],
		seed: ['8.seed'],
		steps: ['8.steps'],
		cfg: ['8.cfg'],
		shift: ['8.shift'],
		temperature: ['5.temperature'],
		topk: ['5.topk'],
		width: ['2.width'],
		height: ['2.height'],
		length: ['7.num_frames'],
		fps: ['10.frame_rate'],
		output: '10',
	});
});

test('a WanMove graph: values behind links are found, other branches and split steps are let be', () => {
	const binding = guessBinding(moveGraph, info);
	expect(asTable(binding)).toEqual({
		image: ['1.image'],
		tracks: ['2.value'],
		prompt: ['4.text'],
		negative: ['5.text'],
		seed: ['7.noise_seed'],
		cfg: ['7.cfg'],
		sampler: ['7.sampler_name'],
		scheduler: ['7.scheduler'],
		width: ['6.width'],
		height: ['6.height'],
		length: ['15.value'],
		fps: ['9.fps'],
		output: '10',
	});
	expect(runNodesOf({ graph: moveGraph, binding })).toEqual({
		save: '10',
		sampler: '7',
		decode: '8',
	});
	expect(foreignClasses(moveGraph)).toEqual([
		'KSamplerAdvanced',
		'PreviewImage',
		'PrimitiveInt',
		'WanMoveTrackToVideo',
		'WanMoveTracksFromCoords',
	]);
});

test('a graph of unknown classes is bound by the names of its inputs, where one alone has the name', () => {
	const graph: Graph = {
		a: { class_type: 'X', inputs: { coordinates: '[[{"x": 1, "y": 2}]]', seed: 3, steps: 4 } },
		b: { class_type: 'Y', inputs: { from: ['a', 0], steps: 5, width: 832 } },
	};
	expect(asTable(guessBinding(graph, info))).toEqual({
		tracks: ['a.coordinates'],
		seed: ['a.seed'],
		width: ['b.width'],
		output: undefined,
	});
});

test('a prompt and negative prompt that are one node are the prompt', () => {
	const graph: Graph = {
		t: { class_type: 'CLIPTextEncode', inputs: { text: 'x' } },
		k: { class_type: 'KSampler', inputs: { positive: ['t', 0], negative: ['t', 0], seed: 1 } },
	};
	const { places } = guessBinding(graph, info);
	expect(places.prompt).toEqual([{ node: 't', input: 'text' }]);
	expect(places.negative).toEqual([]);
});

const renamed = (graph: Graph, name: (id: string) => string): Graph =>
	Object.fromEntries(
		Object.entries(graph)
			.map(([id, node]): [string, Graph[string]] => {
				const inputs = Object.entries(node.inputs).map(([input, value]) => {
					const link = asLink(value);
					return [input, link ? [name(link[0]), link[1]] : value];
				});
				return [name(id), { ...node, inputs: Object.fromEntries(inputs) }];
			})
			.sort(([a], [b]) => (a < b ? -1 : 1)),
	);

const sets = (binding: Binding, name: (id: string) => string) => ({
	output: binding.output === undefined ? undefined : name(binding.output),
	...Object.fromEntries(
		bindingFields.map((field) => [
			field,
			binding.places[field].map(({ node, input }) => `${name(node)} ${input}`).sort(),
		]),
	),
});

test('other ids give the same binding with those ids', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...Object.values(graphs)),
			fc.infiniteStream(fc.nat()),
			(graph, numbers) => {
				const ids = new Map(
					Object.keys(graph).map((id, at) => [id, `${numbers.next().value}-${at}`]),
				);
				const name = (id: string) => ids.get(id) ?? id;
				expect(sets(guessBinding(renamed(graph, name), info), (id) => id)).toEqual(
					sets(guessBinding(graph, info), name),
				);
			},
		),
		{ numRuns: 40 },
	);
});

test('a tangle of links is bound without a hang', () => {
	const id = fc.constantFrom('1', '2', '3', '4', '__proto__', 'constructor');
	const value = fc.oneof(fc.tuple(id, fc.nat(2)), fc.string({ maxLength: 3 }), fc.nat());
	const name = fc.constantFrom(
		'tracks',
		'positive',
		'value',
		'text',
		'image',
		'start_image',
		'width',
	);
	const node = fc.record({
		class_type: fc.constantFrom('WanTrackToVideo', 'KSampler', 'SaveVideo', 'X', 'toString'),
		inputs: fc.dictionary(name, value),
	});
	fc.assert(
		fc.property(fc.dictionary(id, node), (graph) => {
			const { places } = guessBinding(graph as Graph, info);
			for (const { node } of Object.values(places).flat())
				expect(Object.hasOwn(graph, node)).toBe(true);
		}),
		{ numRuns: 200 },
	);
});
