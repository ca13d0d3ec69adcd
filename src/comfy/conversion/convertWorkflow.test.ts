import { expect, test } from 'vitest';
import { convertWorkflow } from './convertWorkflow.ts';
import { converted, flow, objectInfo } from './testing/flow.ts';

const load = { id: 1, type: 'Load', widgets_values: ['b'] };
const failure = (workflow: unknown, classes: unknown = objectInfo) => {
	const result = convertWorkflow(workflow, classes);
	return result.ok ? undefined : result.error;
};

/** A subgraph that holds instances of others. */
const nest = (id: string, inner: readonly string[]) => ({
	id,
	name: id,
	nodes: inner.map((type, index) => ({ id: index + 100, type })),
	links: [],
});

test('a graph in API format passes through as it is, bare or as a posted prompt', () => {
	const api = { 5: { class_type: 'Load', inputs: { name: 'a', extra: [1] }, kept: true } };
	expect(converted(api)).toMatchObject({ graph: api, notes: [{ kind: 'alreadyApi' }] });
	expect(converted({ prompt: api, client_id: 'x' }).graph).toBe(api);
});

test('an unknown class in API format is named, too', () => {
	expect(converted({ 5: { class_type: 'Nowhere', inputs: {} } }).unknownClasses).toEqual([
		'Nowhere',
	]);
});

test.each([
	[null, { kind: 'notAWorkflow', place: 'workflow' }],
	[[], { kind: 'notAWorkflow' }],
	[{ nodes: {} }, { kind: 'notAWorkflow' }],
	[{ nodes: [{ type: 'Load' }] }, { kind: 'notAWorkflow', place: 'workflow.nodes.0' }],
	[{ nodes: [load, { ...load, type: 'Patch' }] }, { kind: 'duplicateNode', place: '1' }],
	[
		{ nodes: [], definitions: { subgraphs: [{ nodes: [] }] } },
		{ kind: 'notAWorkflow', place: 'workflow.definitions.subgraphs.0' },
	],
	[
		flow([{ id: 1, type: 'A' }], [], {
			definitions: { subgraphs: [nest('A', ['B']), nest('B', ['A'])] },
		}),
		// B's node 100 has the number that was free.
		{ kind: 'subgraphCycle', place: '1:100:101', name: 'A' },
	],
	[
		flow(
			[
				{ id: 1, type: 'Reroute' },
				{ id: 2, type: 'Reroute' },
				{ id: 3, type: 'Sample' },
			],
			[
				[1, 0, 2, ''],
				[2, 0, 1, ''],
				[2, 0, 3, 'model'],
			],
		),
		{ kind: 'linkCycle', place: '3', input: 'model' },
	],
	[
		flow([{ ...load, widgets_values: [Number.POSITIVE_INFINITY] }]),
		{ kind: 'notFinite', place: '1', input: 'name' },
	],
])('%# is refused with its place', (workflow, error) => {
	expect(failure(workflow)).toMatchObject(error);
});

test('object_info must be an object', () => {
	expect(failure(flow([load]), [])).toMatchObject({ kind: 'notObjectInfo' });
});

test('nesting beyond 64 levels is refused, 64 pass', () => {
	const nested = (levels: number): unknown => (levels === 0 ? 0 : { deeper: nested(levels - 1) });
	expect(failure({ nodes: [], extra: nested(63) })).toBe(undefined);
	expect(failure({ nodes: [], extra: nested(64) })).toEqual({ kind: 'tooDeep', limit: 64 });
	const circular: { nodes: unknown[]; self?: unknown } = { nodes: [] };
	circular.self = circular;
	expect(failure(circular)).toMatchObject({ kind: 'tooDeep' });
});

test('2^n instances are counted, not made: 15 levels of two stop at 20 000 nodes', () => {
	const levels = Array.from({ length: 15 }, (_, level) => `L${level}`);
	const subgraphs = levels.map((id, level) =>
		nest(id, levels[level + 1] ? [`L${level + 1}`, `L${level + 1}`] : ['Load', 'Load']),
	);
	expect(failure(flow([{ id: 1, type: 'L0' }], [], { definitions: { subgraphs } }))).toEqual({
		kind: 'tooManyNodes',
		nodes: 65535,
		limit: 20000,
	});
});

test('instances inside each other end at 16', () => {
	const chain = (levels: number) => {
		const subgraphs = Array.from({ length: levels }, (_, level) =>
			nest(`L${level}`, [level + 1 < levels ? `L${level + 1}` : 'Load']),
		);
		return failure(flow([{ id: 1, type: 'L0' }], [], { definitions: { subgraphs } }));
	};
	expect(chain(16)).toBe(undefined);
	expect(chain(17)).toMatchObject({ kind: 'subgraphsTooDeep', limit: 16 });
	expect(chain(5000)).toMatchObject({ kind: 'subgraphsTooDeep' });
});

test('names such as __proto__ and constructor are names like others', () => {
	const text = `{"nodes":[{"id":"__proto__","type":"constructor","inputs":[{"name":"__proto__","type":"*","link":1}],
		"widgets_values":{"__proto__":1},"properties":{"__proto__":{"polluted":true}}},
		{"id":"toString","type":"Load"}],"links":[[1,"toString",0,"__proto__",0,"*"]]}`;
	const { graph, unknownClasses } = converted(JSON.parse(text));
	expect(Object.keys(graph).sort()).toEqual(['__proto__', 'toString']);
	expect(Object.hasOwn(graph, '__proto__')).toBe(true);
	expect(unknownClasses).toEqual(['constructor']);
	expect({}).not.toHaveProperty('polluted');
});

test('of two links to one input the one that the input names wins', () => {
	const sample = { id: 3, type: 'Sample', inputs: [{ name: 'model', type: 'MODEL', link: 2 }] };
	const workflow = {
		nodes: [load, { id: 2, type: 'Load' }, sample],
		links: [
			[1, 1, 0, 3, 0, 'MODEL'],
			[2, 2, 0, 3, 0, 'MODEL'],
		],
	};
	expect(converted(workflow).graph['3']?.inputs.model).toEqual(['2', 0]);
});

test('a node of a subgraph whose id is taken gets the next free one', () => {
	const subgraph = {
		...nest('S', []),
		nodes: [
			{ id: 1, type: 'Sample', inputs: [{ name: 'model', type: 'MODEL', link: 9 }] },
			{ id: 2, type: 'Load' },
		],
		links: [{ id: 9, origin_id: 2, origin_slot: 0, target_id: 1, target_slot: 0 }],
	};
	const { graph } = converted(
		flow([{ id: 1, type: 'S' }], [], { last_node_id: 40, definitions: { subgraphs: [subgraph] } }),
	);
	expect(graph['1:41']?.inputs.model).toEqual(['1:2', 0]);
});

test('modes 1 and 3 run, 2 and 4 do not', () => {
	const nodes = [0, 1, 2, 3, 4].map((mode) => ({ ...load, id: mode + 1, mode }));
	expect(Object.keys(converted(flow(nodes)).graph)).toEqual(['1', '2', '4']);
});

test('VideoHelperSuite keeps the inputs of the chosen format, and nothing of its preview', () => {
	const classes = {
		VHS_VideoCombine: {
			input: {
				required: {
					frame_rate: ['FLOAT', { default: 8 }],
					format: [
						['image/gif', 'video/h264-mp4'],
						{
							formats: {
								'video/h264-mp4': [
									['pix_fmt', ['yuv420p']],
									['crf', 'INT', {}],
								],
							},
						},
					],
				},
			},
			output: [],
		},
	};
	const values = {
		frame_rate: 16,
		format: 'video/h264-mp4',
		pix_fmt: 'yuv420p',
		crf: 19,
		videopreview: {},
	};
	const workflow = flow([{ id: 1, type: 'VHS_VideoCombine', widgets_values: values }]);
	expect(converted(workflow, { heal: false }, classes).graph['1']?.inputs).toEqual({
		frame_rate: 16,
		format: 'video/h264-mp4',
		pix_fmt: 'yuv420p',
		crf: 19,
	});
});

test('a list is wrapped, so that it is no link', () => {
	const workflow = flow([{ ...load, widgets_values: [['1', 0]] }]);
	expect(converted(workflow).graph['1']?.inputs.name).toEqual({ __value__: ['1', 0] });
});

test('prompts take the choice that is asked for, the first by default', () => {
	const workflow = flow([
		{ id: 1, type: 'Sample', widgets_values: [1, 'fixed', 2, '{a|b|{c|d}}!'] },
	]);
	expect(converted(workflow).graph['1']?.inputs.text).toBe('a!');
	const last = (count: number) => count - 1;
	expect(converted(workflow, { choose: last }).graph['1']?.inputs.text).toBe('d!');
});

test('a primitive’s number is held to its target’s range and step, as the page writes it', () => {
	const classes = {
		...objectInfo,
		Grid: {
			input: {
				required: {
					size: ['INT', { default: 512, min: 16, max: 1024, step: 16 }],
					cfg: ['FLOAT', { default: 8, min: 0, max: 100, step: 0.1, round: 0.01 }],
				},
			},
		},
	};
	const written = (input: string, type: string, value: unknown) =>
		converted(
			flow(
				[
					{
						id: 1,
						type: 'PrimitiveNode',
						outputs: [{ name: type, type }],
						widgets_values: [value, 'fixed'],
					},
					{
						id: 2,
						type: 'Grid',
						inputs: [{ name: input, type, link: 1, widget: { name: input } }],
					},
				],
				[],
				{ links: [[1, 1, 0, 2, 0, type]] },
			),
			{},
			classes,
		).graph['2']?.inputs[input];
	expect([1.5, 5000, 39, '64'].map((value) => written('size', 'INT', value))).toEqual([
		16, 1024, 32, 64,
	]);
	expect([500, -3, 8.126, true, 'x'].map((value) => written('cfg', 'FLOAT', value))).toEqual([
		100,
		0,
		8.1,
		1,
		null,
	]);
});

test('a link whose input bears another’s name takes its place by slot, as on the page', () => {
	const inputs = [
		{ name: 'model', type: 'MODEL', link: 1 },
		{ name: 'model', type: 'LATENT', link: 2 },
	];
	const { graph } = converted(
		{
			nodes: [
				{ id: 1, type: 'Load' },
				{ id: 2, type: 'Sample' },
				{ id: 3, type: 'Blend', inputs },
			],
			links: [
				[1, 1, 0, 3, 0, 'MODEL'],
				[2, 2, 0, 3, 1, 'LATENT'],
			],
		},
		{},
		{ ...objectInfo, Blend: { input: { required: { model: ['MODEL'], latent: ['LATENT'] } } } },
	);
	expect(graph['3']?.inputs).toEqual({ model: ['1', 0], latent: ['2', 0] });
});
