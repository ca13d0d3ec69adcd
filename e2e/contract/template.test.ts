import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeEach, expect, type TestContext, test } from 'vitest';
import { WebSocket } from 'ws';
import { createComfyClient } from '../../src/comfy/client/createComfyClient.ts';
import type { ComfyPlatform } from '../../src/comfy/transport/platform.ts';
import { checkGraph } from '../../src/comfy/workflow/checkGraph.ts';
import { type Graph, graphSchema } from '../../src/comfy/workflow/graph.ts';
import { templateDefaults } from '../../src/comfy/workflow/templateDefaults.ts';
import { emptyDocument } from '../../src/core/document/document.ts';
import { createComfyEngine } from '../../src/jobs/comfyEngine.ts';
import type { EngineEvent, RemoteRun } from '../../src/jobs/engine.ts';
import { forTargets } from './support/forTargets.ts';
import { greyPng, newId } from './support/graphs.ts';
import { finished, idle } from './support/runs.ts';

/*
 * The graph of the app itself, 128 x 128, 5 frames, 2 steps. A server without the nodes or the model files skips with
 * what it lacks. `COMFYUI_MODELS` may name other files as JSON: {"diffusion": "tiny.safetensors"}.
 */
const template: Graph = graphSchema.parse(
	JSON.parse(readFileSync(new URL('../../workflows/video_wan_ati.json', import.meta.url), 'utf8')),
);
const defaults = templateDefaults(template);
if (!defaults.ok) throw new Error(defaults.error.detail);
const models = {
	...defaults.value.models,
	...(JSON.parse(process.env.COMFYUI_MODELS ?? '{}') as object),
};
const platform: ComfyPlatform = {
	fetch: (url, init) => fetch(url, init),
	WebSocket: WebSocket as unknown as ComfyPlatform['WebSocket'],
	now: () => Date.now(),
	setTimeout: (callback, ms) => setTimeout(callback, ms),
	clearTimeout: (handle) => clearTimeout(handle),
	randomBytes: (count) => new Uint8Array(randomBytes(count)),
};
const frame = { ...emptyDocument.frame, width: 128, height: 128, length: 17 };
const shot = { ...emptyDocument.shot, steps: 2, prompt: 'A grey square.' };
const track = Array.from({ length: 121 }, (_, i) => ({ x: 40 + i / 4, y: 64 }));

/** What a server lacks for our graph, in words; undefined: nothing. */
async function lacks(url: string): Promise<string | undefined> {
	const client = createComfyClient({ platform, baseUrl: url, clientId: newId() });
	const classes = [...new Set(Object.values(template).map((node) => node.class_type))];
	const info = await client.objectInfo(classes);
	if (!info.ok) return info.error.kind;
	const graph = structuredClone(template) as Record<string, { inputs: Record<string, unknown> }>;
	for (const [role, [id, input]] of Object.entries(modelInputs))
		Object.assign(graph[id]?.inputs ?? {}, { [input]: models[role as keyof typeof models] });
	const missing = checkGraph(graph as unknown as Graph, info.value).flatMap((problem) => {
		if (problem.kind === 'missingNodes') return problem.classes;
		return problem.kind === 'missingModel' ? [problem.file] : [];
	});
	return missing.length > 0 ? `this server lacks ${missing.join(', ')}` : undefined;
}
const modelInputs = {
	diffusion: ['140', 'unet_name'],
	textEncoder: ['38', 'clip_name'],
	vae: ['39', 'vae_name'],
	clipVision: ['244', 'clip_name'],
} as const;

forTargets((target) => {
	beforeEach(async (context: TestContext) => {
		const why = target().cannotRun || (await lacks(target().url));
		if (why) context.skip(why);
		await idle(target());
	});

	/** Runs the app's engine once; `until` ends it early. */
	function start(seed: number, resume?: RemoteRun) {
		const engine = createComfyEngine({
			platform,
			server: () => ({ id: 'contract', baseUrl: target().url }),
			template,
			models: () => models,
			pollMs: 300,
		});
		const [cancel, detach] = [new AbortController(), new AbortController()];
		const events: EngineEvent[] = [];
		const outcome = engine.run(
			{
				document: { ...emptyDocument, frame, shot },
				seed,
				samples: [],
				tracksJson: JSON.stringify([track]),
				startFrame: async () => ({
					width: 128,
					height: 128,
					rgba: new Uint8ClampedArray(128 * 128 * 4),
					png: greyPng(128),
				}),
			},
			{
				cancel: cancel.signal,
				detach: detach.signal,
				emit: (event) => void events.push(event),
				...(resume ? { resume } : {}),
			},
		);
		const remote = () => events.findLast((event) => event.type === 'remote')?.remote;
		return { events, outcome, cancel, detach, remote };
	}
	const seed = (): number => randomBytes(4).readUInt32BE();

	test('the engine makes a video: states in order, steps counted, progress never falling', async () => {
		const run = start(seed());
		expect(await run.outcome).toMatchObject({ state: 'done', fromCache: false });
		const states = run.events.flatMap((event) => (event.type === 'state' ? [event.state] : []));
		// A server with nothing to do leaves no time to wait.
		const told = states.filter((state, at) => states.indexOf(state) === at && state !== 'pending');
		expect(told).toEqual(['uploading', 'submitting', 'running', 'finishing']);
		const fractions = run.events.flatMap((e) => (e.type === 'progress' ? [e.fraction] : []));
		expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
		expect(run.events).toContainEqual(
			expect.objectContaining({ type: 'progress', step: { value: 2, max: 2 } }),
		);
		expect(run.remote()).toMatchObject({ stage: 'accepted' });
	}, 600_000);

	test('the history of that run is what our plan says', async () => {
		const run = start(seed());
		expect(await run.outcome).toMatchObject({ state: 'done' });
		const entry = await finished(target(), run.remote()?.promptId ?? '');
		expect(entry.outputs['258'].images[0].filename).toMatch(/\.mp4$/);
		expect(entry.outputs['258'].animated).toEqual([true]);
	}, 600_000);

	test('a run that was let go of is found again, nothing is sent twice', async () => {
		const first = start(seed());
		while (!first.events.some((event) => event.type === 'state' && event.state === 'running'))
			await new Promise((resolve) => setTimeout(resolve, 20));
		first.detach.abort();
		await expect(first.outcome).rejects.toMatchObject({ name: 'AbortError' });
		const second = start(0, first.remote());
		expect(await second.outcome).toMatchObject({ state: 'done' });
		expect(second.events.some((event) => event.type === 'remote')).toBe(false);
	}, 600_000);

	test('a run that is cancelled while it samples is cancelled', async () => {
		const run = start(seed());
		while (!run.events.some((event) => event.type === 'state' && event.state === 'running'))
			await new Promise((resolve) => setTimeout(resolve, 20));
		run.cancel.abort();
		const outcome = await run.outcome;
		// Two steps may be over before the server heard it.
		expect(['cancelled', 'done']).toContain(outcome.state);
	}, 600_000);
});
