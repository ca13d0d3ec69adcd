import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseLosslessJson } from './json/parseLosslessJson.ts';
import { stringifyLosslessJson } from './json/stringifyLosslessJson.ts';
import { converted, flow } from './testing/flow.ts';
import { parseGolden } from './testing/goldenPairs.ts';

// Where we do better than ComfyUI's own page 1.58.1, on purpose. Everything else is held to it by `goldens.test.ts`.

const read = (name: string): unknown =>
	parseGolden(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8'));
const fixture = (name: string) => read(`${name}.ui`);
const fixtureClasses = () => read('objectInfo');

const load = { id: 1, type: 'Load', widgets_values: ['b'] };

test('heals a missing control slot, where the page shifts every later value by one', () => {
	const workflow = fixture('torture_short');
	const [healed, asPage] = [true, false].map(
		(heal) => converted(workflow, { heal }, fixtureClasses()).graph['3']?.inputs,
	);
	expect(healed).toMatchObject({ seed: 7, steps: 20, cfg: 3, sampler_name: 'uni_pc', denoise: 1 });
	expect(asPage).toMatchObject({ seed: 7, steps: 3, cfg: 'uni_pc' });
});

test('reads values that a file holds by name, where the page ignores them', () => {
	const workflow = fixture('torture_values_object');
	const { graph } = converted(workflow, {}, fixtureClasses());
	expect(graph['1']?.inputs).toMatchObject({ seed: 9, steps: 11, cfg: 2.5, denoise: 0.5 });
});

test('joins Set and Get nodes by their name, where the page needs the extension that made them', () => {
	const { graph } = converted(
		flow(
			[
				load,
				{ id: 2, type: 'SetNode', widgets_values: ['m'] },
				{
					id: 3,
					type: 'GetNode',
					widgets_values: ['m'],
					outputs: [{ name: 'MODEL', type: 'MODEL' }],
				},
				{ id: 4, type: 'Sample' },
			],
			[
				[1, 0, 2, 'MODEL'],
				[3, 0, 4, 'model'],
			],
		),
	);
	expect(graph['4']?.inputs.model).toEqual(['1', 0]);
	expect(Object.keys(graph)).toEqual(['1', '4']);
});

test('a Get inside a subgraph finds the Set outside', () => {
	const subgraph = {
		id: 'S',
		nodes: [
			{ id: 7, type: 'GetNode', widgets_values: ['m'] },
			{ id: 8, type: 'Sample', inputs: [{ name: 'model', type: 'MODEL', link: 1 }] },
		],
		links: [{ id: 1, origin_id: 7, origin_slot: 0, target_id: 8, target_slot: 0 }],
	};
	const { graph } = converted(
		flow(
			[load, { id: 2, type: 'SetNode', widgets_values: ['m'] }, { id: 3, type: 'S' }],
			[[1, 0, 2, 'MODEL']],
			{ definitions: { subgraphs: [subgraph] } },
		),
	);
	expect(graph['3:8']?.inputs.model).toEqual(['1', 0]);
});

test('sends links that cg-use-everywhere would make, where the page needs the extension', () => {
	const { graph } = converted(
		flow([load, { id: 2, type: 'Sample', inputs: [{ name: 'model', type: 'MODEL' }] }], [], {
			extra: { ue_links: [{ upstream: '1', upstream_slot: 0, downstream: 2, downstream_slot: 0 }] },
		}),
	);
	expect(graph['2']?.inputs.model).toEqual(['1', 0]);
});

test('sends a node of an unknown class with its class and links, where the page sends none', () => {
	const { graph, unknownClasses, notes } = converted(
		flow([load, { id: 2, type: 'Nowhere', widgets_values: [5] }], [[1, 0, 2, 'in']]),
	);
	expect(graph['2']).toMatchObject({ class_type: 'Nowhere', inputs: { in: ['1', 0] } });
	expect(unknownClasses).toEqual(['Nowhere']);
	expect(notes).toContainEqual({ kind: 'unknownClass', node: '2', class: 'Nowhere' });
});

test('keeps a seed of 2^64 - 1 to the last digit, where the page rounds it', () => {
	const text =
		'{"nodes":[{"id":1,"type":"Sample","widgets_values":[18446744073709551615,"fixed",9]}]}';
	const parsed = parseLosslessJson(text);
	const { graph } = converted(parsed.ok && parsed.value);
	expect(stringifyLosslessJson(graph)).toContain('"seed":18446744073709551615,"steps":9');
});

test('follows one subgraph through another instance of the same, which the page takes for a circle', () => {
	const subgraph = {
		id: 'S',
		name: 'S',
		nodes: [{ id: 7, type: 'Patch', mode: 4, inputs: [{ name: 'model', type: 'MODEL', link: 1 }] }],
		links: [
			{ id: 1, origin_id: -10, origin_slot: 0, target_id: 7, target_slot: 0 },
			{ id: 2, origin_id: 7, origin_slot: 0, target_id: -20, target_slot: 0 },
		],
		inputs: [{ id: 'i', name: 'model', type: 'MODEL', linkIds: [1] }],
		outputs: [{ id: 'o', name: 'model', type: 'MODEL', linkIds: [2] }],
	};
	const { graph } = converted(
		flow(
			[load, { id: 2, type: 'S' }, { id: 3, type: 'S' }, { id: 4, type: 'Sample' }],
			[
				[1, 0, 2, 'model'],
				[2, 0, 3, 'model'],
				[3, 0, 4, 'model'],
			],
			{ definitions: { subgraphs: [subgraph] } },
		),
	);
	expect(graph['4']?.inputs.model).toEqual(['1', 0]);
});

test('a muted group node stays muted, where the page wakes what is inside', () => {
	const workflow = fixture('torture_groupnode_two') as { nodes: { id: number; mode: number }[] };
	const nodes = workflow.nodes.map((node) => (node.id === 2 ? { ...node, mode: 2 } : node));
	const { graph } = converted({ ...workflow, nodes }, {}, fixtureClasses());
	expect(Object.values(graph).map((node) => node.class_type)).toEqual(['UNETLoader', 'VAEDecode']);
});

test('a group node of unknown classes is named, with what is missing', () => {
	const groupNodes = { G: { nodes: [{ type: 'Nowhere' }], links: [], external: [] } };
	const { unknownClasses } = converted(
		flow([{ id: 1, type: 'workflow>G' }], [], { extra: { groupNodes } }),
	);
	expect(unknownClasses).toEqual(['Nowhere', 'workflow>G']);
});

test('instances of one subgraph side by side in another keep their own values, where the page loads them too early', () => {
	const instance = { type: 'Inner', inputs: [{ name: 'strength', type: 'FLOAT', link: null }] };
	const subgraphs = [
		{
			id: 'Outer',
			name: 'Outer',
			nodes: [
				{ ...instance, id: 10, widgets_values: [3] },
				{ ...instance, id: 11, widgets_values: [4] },
			],
			links: [],
		},
		{
			id: 'Inner',
			name: 'Inner',
			nodes: [
				{
					id: 20,
					type: 'Patch',
					inputs: [{ name: 'strength', type: 'FLOAT', link: 1, widget: { name: 'strength' } }],
					widgets_values: [5],
				},
			],
			links: [{ id: 1, origin_id: -10, origin_slot: 0, target_id: 20, target_slot: 0 }],
			inputs: [{ id: 'i', name: 'strength', type: 'FLOAT', linkIds: [1] }],
		},
	];
	const workflow = flow([{ id: 1, type: 'Outer' }], [], { definitions: { subgraphs } });
	const strengths = (heal: boolean) =>
		Object.values(converted(workflow, { heal }).graph).map((node) => node.inputs.strength);
	expect(strengths(true)).toEqual([3, 4]);
	expect(strengths(false)).toEqual([5, 5]);
});
