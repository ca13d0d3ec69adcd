import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readObjectInfo } from '../protocol/readObjectInfo.ts';
import { bindShot, readField, type ShotValues } from '../workflow/bindShot.ts';
import { type Graph, graphSchema } from '../workflow/graph.ts';
import { locateNodes } from '../workflow/locateNodes.ts';
import { applyBinding } from './applyBinding.ts';
import { bindingFields } from './binding.ts';
import { bindingChoices, outputChoices } from './bindingChoices.ts';
import { guessBinding } from './guessBinding.ts';
import { perFrameTracks } from './perFrameTracks.ts';
import { moveGraph, wrapperGraph } from './testing/graphs.ts';

const read = (path: string): unknown =>
	JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const template: Graph = graphSchema.parse(read('../../../workflows/video_wan_ati.json'));
const parsed = readObjectInfo(read('../fixtures/objectInfo.v0_33_0.json'));
if (!parsed.ok) throw new Error(parsed.error);
const info = parsed.value;
const graphs: Readonly<Record<string, Graph>> = { template, wrapperGraph, moveGraph };

const values = {
	prompt: 'A boat sails.',
	negative: '',
	seed: 2 ** 53 - 1,
	steps: 4,
	cfg: 1,
	sampler: 'euler',
	scheduler: 'beta',
	shift: 5,
	temperature: 100,
	topk: 3,
	width: 640,
	height: 384,
	length: 5,
	fps: 24,
	image: 'wanati/abc.png',
	tracks: '[[{"x":0,"y":0},{"x":120,"y":60}]]',
};

test('our own template becomes the very graph that bindShot makes', () => {
	const located = locateNodes(template);
	if (!located.ok) throw new Error(located.error.detail);
	const read = (field: Parameters<typeof readField>[2]) =>
		String(readField(template, located.value, field));
	const models: ShotValues['models'] = {
		diffusion: read('diffusion'),
		weightType: read('weightType'),
		textEncoder: read('textEncoder'),
		vae: read('vae'),
		clipVision: read('clipVision'),
	};
	const bound = bindShot(template, { ...values, models });
	expect(applyBinding(template, guessBinding(template, info), values)).toEqual(
		bound.ok && bound.value.graph,
	);
});

test('a graph stays as it was, and only bound inputs differ', () => {
	for (const graph of Object.values(graphs)) {
		const before = structuredClone(graph);
		const binding = guessBinding(graph, info);
		const after = applyBinding(graph, binding, values);
		expect(graph).toEqual(before);
		const bound = new Set(
			Object.values(binding.places)
				.flat()
				.map(({ node, input }) => `${node}.${input}`),
		);
		for (const [id, node] of Object.entries(graph))
			for (const [input, value] of Object.entries(node.inputs))
				if (!bound.has(`${id}.${input}`)) expect(after[id]?.inputs[input]).toEqual(value);
	}
});

test('a spline editor’s link is replaced by the tracks; a big seed elsewhere stays exact', () => {
	const big = { ...wrapperGraph, n: { class_type: 'Other', inputs: { seed: 2n ** 64n - 1n } } };
	const after = applyBinding(big, guessBinding(wrapperGraph, info), values);
	expect(after['5']?.inputs.tracks).toBe(values.tracks);
	expect(after.n?.inputs.seed).toBe(2n ** 64n - 1n);
	expect(after['6']?.inputs.negative_prompt).toBe('blurry');
});

test('WanMove is given one point a frame', () => {
	const all = Array.from({ length: 121 }, (_, i) => ({ x: i, y: 2 * i }));
	const binding = guessBinding(moveGraph, info);
	const after = applyBinding(moveGraph, binding, { ...values, tracks: JSON.stringify([all]) });
	expect(JSON.parse(String(after['2']?.inputs.value))).toEqual([
		[0, 30, 60, 90, 120].map((x) => ({ x, y: 2 * x })),
	]);
});

test('per-frame tracks have the clip’s length, begin where the track begins, and end where it ends', () => {
	const coordinate = fc.double({ min: -1e4, max: 1e4, noNaN: true });
	const track = fc.array(fc.record({ x: coordinate, y: coordinate }), {
		minLength: 1,
		maxLength: 121,
	});
	fc.assert(
		fc.property(fc.array(track, { maxLength: 4 }), fc.integer({ min: 2, max: 200 }), (all, n) => {
			const made = JSON.parse(perFrameTracks(JSON.stringify(all), n)) as typeof all;
			expect(made).toHaveLength(all.length);
			made.forEach((points, index) => {
				expect(points).toHaveLength(n);
				expect(points[0]?.x).toBeCloseTo(all[index]?.[0]?.x ?? 0, 1);
				expect(points.at(-1)?.y).toBeCloseTo(all[index]?.at(-1)?.y ?? 0, 1);
			});
		}),
		{ numRuns: 50 },
	);
});

test('what is bound is always among what the dialog offers', () => {
	for (const graph of Object.values(graphs)) {
		const binding = guessBinding(graph, info);
		for (const field of bindingFields)
			expect(bindingChoices(graph, info, field, binding)).toEqual(
				expect.arrayContaining([...binding.places[field]]),
			);
	}
	expect(outputChoices(moveGraph, info)).toEqual(['10']);
	const empty = guessBinding(moveGraph, info);
	expect(bindingChoices(moveGraph, info, 'image', empty).map(({ node }) => node)).toEqual([
		'1',
		'30',
	]);
});
