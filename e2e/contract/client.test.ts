import { randomBytes } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createComfyClient } from '../../src/comfy/client/createComfyClient.ts';
import { checkVideo } from '../../src/comfy/run/checkVideo.ts';
import { createRunWatcher } from '../../src/comfy/run/createRunWatcher.ts';
import { lookUpRun } from '../../src/comfy/run/lookUpRun.ts';
import type { RunPlan } from '../../src/comfy/run/runPlan.ts';
import type { RunState } from '../../src/comfy/run/runState.ts';
import { stopRun } from '../../src/comfy/run/stopRun.ts';
import type { ComfyPlatform } from '../../src/comfy/transport/platform.ts';
import { takeBack } from '../../src/jobs/comfy/takeBack.ts';
import { createFaultProxy } from '../../src/standin/faults/createFaultProxy.ts';
import { forTargets } from './support/forTargets.ts';
import { type Graph, greyPng, loadGraph, newId, slowGraph, videoGraph } from './support/graphs.ts';
import { idle, isRunning, until } from './support/runs.ts';

const platform: ComfyPlatform = {
	fetch: (url, init) => fetch(url, init),
	WebSocket: WebSocket as unknown as ComfyPlatform['WebSocket'],
	now: () => Date.now(),
	setTimeout: (callback, ms) => setTimeout(callback, ms),
	clearTimeout: (handle) => clearTimeout(handle),
	randomBytes: (count) => new Uint8Array(randomBytes(count)),
};
const never = new AbortController().signal;
const planFor = (promptId: string, graph: Graph): RunPlan => ({
	promptId,
	saveNode: '9',
	samplerNode: '2',
	weights: Object.fromEntries(Object.keys(graph).map((id) => [id, 1])),
	titles: {},
});

forTargets((target) => {
	beforeEach(async (context) => {
		const { cannotRun } = target();
		if (cannotRun !== false) context.skip(cannotRun);
		await idle(target());
	});
	const clientFor = (clientId: string, own: ComfyPlatform = platform) =>
		createComfyClient({ platform: own, baseUrl: target().url, clientId });

	/** Our own client and watcher, from POST to file. */
	async function follow(
		own: ComfyPlatform,
		graph: Graph,
		options: { cancel?: AbortSignal; onState?: (state: RunState) => void } = {},
	) {
		const client = clientFor(newId(), own);
		const plan = planFor(newId(), graph);
		const watcher = createRunWatcher({
			client,
			platform: own,
			plan,
			pollMs: 200,
			onState: (state) => options.onState?.(state),
			onPreview: () => undefined,
			onSilence: () => undefined,
		});
		try {
			await watcher.listening;
			const sent = await client.submit(graph, { promptId: plan.promptId });
			const end = await watcher.follow({
				cancel: options.cancel ?? never,
				detach: never,
				confirmed: sent.ok,
			});
			return { client, end, sent, plan };
		} finally {
			watcher.dispose();
		}
	}

	test('facts: system_stats, features and object_info as our client reads them', async () => {
		const client = clientFor(newId());
		expect(await client.systemStats()).toMatchObject({ ok: true });
		expect(await client.features()).toMatchObject({ ok: true });
		const info = await client.objectInfo(['LoadImage', 'SaveVideo', 'NoSuchClass']);
		expect(info.ok && [...info.value.keys()]).toEqual(['LoadImage', 'SaveVideo']);
	});

	test('an upload is read by LoadImage under the name that our client gives', async () => {
		const client = clientFor(newId());
		const png = greyPng();
		const name = `${newId()}.png`;
		const first = await client.uploadImage(png, name, 'wanati-contract');
		const again = await client.uploadImage(png, name, 'wanati-contract');
		expect(again).toEqual(first);
		if (!first.ok) throw new Error(first.error.kind);
		const sent = await client.submit(loadGraph(first.value.imageValue), { promptId: newId() });
		expect(sent).toMatchObject({ ok: true });
	});

	test('a run is followed to its video, and its progress never falls', async () => {
		const fractions: number[] = [];
		const { client, end } = await follow(platform, videoGraph(), {
			onState: ({ fraction }) => fractions.push(fraction),
		});
		expect(end).toMatchObject({ state: 'done', fromCache: false });
		expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
		if (end.state !== 'done') return;
		const video = await client.fetchView(end.file, { cacheKey: 'k' });
		if (!video.ok) throw new Error(video.error.kind);
		expect(checkVideo(video.value)).toBeUndefined();
	});

	test('a waiting run is taken back and sent before all others; one at work is left alone', async () => {
		const client = clientFor(newId());
		const [atWork, theirs, ours, again] = [newId(), newId(), newId(), newId()];
		for (const promptId of [atWork, theirs, ours])
			expect(await client.submit(slowGraph(), { promptId })).toMatchObject({ ok: true });
		await until(() => isRunning(target(), atWork));
		expect(await takeBack(client, platform, ours, never)).toBe(true);
		expect(await client.submit(slowGraph(), { promptId: again, front: true })).toMatchObject({
			ok: true,
		});
		const queue = await client.queue();
		expect(queue.ok && queue.value.pending.map(({ promptId }) => promptId)).toEqual([
			again,
			theirs,
		]);
		expect(await takeBack(client, platform, atWork, never)).toBe(false);
		expect(await isRunning(target(), atWork)).toBe(true);
		for (const id of [again, theirs, atWork]) await stopRun(client, id, never);
	});

	test('out of the cache: known as such', async () => {
		const graph = videoGraph();
		expect((await follow(platform, graph)).end).toMatchObject({ state: 'done', fromCache: false });
		expect((await follow(platform, graph)).end).toMatchObject({ state: 'done', fromCache: true });
	});

	test('a run that we cancel is cancelled, whether it runs or waits, and nothing else is stopped', async () => {
		const client = clientFor(newId());
		const other = newId();
		expect(await client.submit(slowGraph(60), { promptId: other })).toMatchObject({ ok: true });
		await until(() => isRunning(target(), other));
		const waiting = new AbortController();
		const cancelled = follow(platform, videoGraph(), { cancel: waiting.signal });
		await until(async () => {
			const queue = await client.queue();
			return queue.ok && queue.value.pending.length > 0;
		});
		waiting.abort();
		expect((await cancelled).end).toEqual({ state: 'cancelled' });
		expect(await isRunning(target(), other)).toBe(true);
		expect(await stopRun(client, other, never)).toBe(true);
		await idle(target());
		const entry = await client.history(other);
		expect(entry).toMatchObject({ ok: true, value: { status: { status_str: 'error' } } });
	});

	test('a refusal names the input', async () => {
		const graph = videoGraph();
		Object.assign(graph['1']?.inputs ?? {}, { width: 0 });
		const refused = await clientFor(newId()).submit(graph, { promptId: newId() });
		expect(refused).toMatchObject({
			ok: false,
			error: { kind: 'validation', problems: [{ node: 'EmptyImage', input: 'width' }] },
		});
	});

	test('an unknown run is absent', async () => {
		expect(await lookUpRun(clientFor(newId()), newId(), never)).toEqual({ place: 'absent' });
	});

	test('through a network that loses, delays, doubles and cuts, the video arrives, posted once', async () => {
		const proxy = createFaultProxy({
			platform,
			later: (ms, callback) => void setTimeout(callback, ms),
			seed: 7,
			faults: { latencyMs: 5, jitterMs: 20, duplicate: 0.3, reorder: 0.3, foreign: 0.3 },
		});
		const cuts = setInterval(() => proxy.cut(), 400);
		const posts: string[] = [];
		try {
			const { end, client, plan } = await follow(
				{
					...proxy.platform,
					fetch: (url, init) => {
						if (url.endsWith('/prompt')) posts.push(url);
						return proxy.platform.fetch(url, init);
					},
				},
				{ ...slowGraph(6), ...videoGraph() },
			);
			// The POST itself may have been cut before it came.
			const entry = await clientFor(newId()).history(plan.promptId);
			expect(entry.ok && entry.value ? 'done' : 'lost').toBe(end.state);
			expect(client.baseUrl).toBe(target().url);
			expect(posts).toHaveLength(1);
		} finally {
			clearInterval(cuts);
		}
	});
});
