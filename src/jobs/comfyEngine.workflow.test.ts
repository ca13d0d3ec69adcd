import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { BoundWorkflow } from '#comfy/binding/boundWorkflow.ts';
import { guessBinding } from '#comfy/binding/guessBinding.ts';
import { createFakeComfy } from '#comfy/testing/fakeComfy.ts';
import { type Graph, graphSchema } from '#comfy/workflow/graph.ts';
import { templateDefaults } from '#comfy/workflow/templateDefaults.ts';
import { defaultShot, emptyDocument } from '#core/document/document.ts';
import { createComfyEngine } from './comfyEngine.ts';
import type { EngineOutcome, RemoteRun } from './engine.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const template: Graph = graphSchema.parse(JSON.parse(read('../../workflows/video_wan_ati.json')));
const objectInfo = JSON.parse(read('../comfy/fixtures/objectInfo.v0_33_0.json'));
const defaults = templateDefaults(template);
if (!defaults.ok) throw new Error(defaults.error.detail);
const { models } = defaults.value;

/** Another graph than ours: other ids, and a seed that no number of JavaScript holds. */
const foreign: BoundWorkflow = (() => {
	const text = JSON.stringify(template)
		.replaceAll(/"(\d+)"(:|,)/g, '"n$1"$2')
		.replace('"steps":', '"bigSeed":"","steps":');
	const graph = graphSchema.parse(JSON.parse(text));
	const binding = guessBinding(graph, new Map());
	const [sampler = ''] = binding.places.seed.map(({ node }) => node);
	const node = graph[sampler]!;
	return {
		graph: {
			...graph,
			[sampler]: { ...node, inputs: { ...node.inputs, bigSeed: 2n ** 64n - 1n } },
		},
		binding,
	};
})();

async function run(
	workflow: string,
	source: (id: string) => Promise<BoundWorkflow | undefined>,
	resume?: RemoteRun,
) {
	const comfy = createFakeComfy({ objectInfo });
	const bodies: string[] = [];
	const platform: typeof comfy.platform = {
		...comfy.platform,
		fetch: (input, init) => {
			if (String(input).endsWith('/prompt')) bodies.push(String(init?.body));
			return comfy.platform.fetch(input, init);
		},
	};
	const engine = createComfyEngine({
		platform,
		server: () => ({ id: 'gpu', baseUrl: comfy.baseUrl }),
		template,
		workflow: source,
		models: () => models,
	});
	const never = new AbortController().signal;
	let outcome: EngineOutcome | undefined;
	void engine
		.run(
			{
				document: { ...emptyDocument, shot: { ...defaultShot, prompt: 'a boat', workflow } },
				seed: 7,
				samples: [],
				tracksJson: '[[{"x":1,"y":2}]]',
				startFrame: async () => ({
					width: 1,
					height: 1,
					rgba: new Uint8ClampedArray(4),
					png: Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
				}),
			},
			{ cancel: never, detach: never, emit: () => undefined, ...(resume ? { resume } : {}) },
		)
		.then((value) => {
			outcome = value;
		});
	await comfy.advance(120_000);
	expect(comfy.open()).toEqual({ timers: 0, sockets: 0, requests: 0 });
	return { outcome, bodies };
}

test('a shot’s own workflow is what is sent, bound, big numbers exact', async () => {
	const { outcome, bodies } = await run('mine', async (id) =>
		id === 'mine' ? foreign : undefined,
	);
	expect(outcome).toMatchObject({ state: 'done' });
	const { prompt } = JSON.parse(bodies[0] ?? '') as { prompt: Graph };
	expect(Object.keys(prompt).sort()).toEqual(Object.keys(foreign.graph).sort());
	expect(prompt.n6?.inputs.text).toBe('a boat');
	expect(prompt.n247?.inputs.value).toBe('[[{"x":1,"y":2}]]');
	expect(prompt.n3?.inputs.seed).toBe(7);
	expect(bodies[0]).toContain('18446744073709551615');
});

test('a workflow that is not here is told, and no other runs in its place', async () => {
	const { outcome, bodies } = await run('gone', async () => undefined);
	expect(outcome).toEqual({
		state: 'failed',
		error: { kind: 'missingWorkflow', workflow: 'gone' },
	});
	expect(bodies).toEqual([]);
});

test('our own template asks for no workflow', async () => {
	const { outcome, bodies } = await run(defaultShot.workflow, () => {
		throw new Error('not to be asked');
	});
	expect(outcome).toMatchObject({ state: 'done' });
	expect(Object.keys((JSON.parse(bodies[0] ?? '') as { prompt: Graph }).prompt)).toContain('247');
});

test('a run whose workflow was deleted meanwhile is still looked for', async () => {
	const remote: RemoteRun = { serverId: 'gpu', promptId: 'unknown', clientId: 'c' };
	const { outcome } = await run('gone', async () => undefined, remote);
	expect(outcome).toEqual({ state: 'lost' });
});
