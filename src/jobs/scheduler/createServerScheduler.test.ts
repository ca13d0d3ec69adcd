import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { QueueSnapshot } from '#comfy/client/createComfyClient.ts';
import type { ObjectInfo } from '#comfy/protocol/objectInfo.ts';
import { readObjectInfo } from '#comfy/protocol/readObjectInfo.ts';
import { type Graph, graphSchema } from '#comfy/workflow/graph.ts';
import { fail, ok } from '#core/result.ts';
import type { ComfyServer } from '../comfyEngine.ts';
import { createServerScheduler } from './createServerScheduler.ts';

const read = (path: string): unknown =>
	JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const template: Graph = graphSchema.parse(read('../../../workflows/video_wan_ati.json'));
const parsed = readObjectInfo(read('../../comfy/fixtures/objectInfo.v0_33_0.json'));
if (!parsed.ok) throw new Error(parsed.error);
const whole = parsed.value;
const bare: ObjectInfo = new Map([...whole].filter(([name]) => name !== 'WanTrackToVideo'));

interface Fake {
	readonly queue?: QueueSnapshot;
	readonly info?: ObjectInfo;
	readonly down?: boolean;
}
const idle: QueueSnapshot = { running: [], pending: [] };
const busy: QueueSnapshot = { running: [{ number: 1, promptId: 'x' }], pending: [] };
const never = new AbortController().signal;

function world(fakes: Readonly<Record<string, Fake>>) {
	const servers: readonly ComfyServer[] = Object.keys(fakes).map((id) => ({
		id,
		baseUrl: `http://${id}`,
	}));
	return createServerScheduler({
		servers: () => servers,
		client: ({ id, baseUrl }) => {
			const { queue = idle, info = whole, down } = fakes[id]!;
			const gone = fail({ kind: 'unreachable' as const, url: baseUrl });
			return {
				queue: async () => (down ? gone : ok(queue)),
				objectInfo: async () => (down ? gone : ok(info)),
			};
		},
	});
}

test('a run goes to the idle server that has all it needs', async () => {
	const scheduler = world({
		down: { down: true },
		bare: { info: bare },
		busy: { queue: busy },
		free: {},
	});
	expect((await scheduler.lease(() => template, never))?.server.id).toBe('free');
});

test('runs that begin at once are spread, and a server is free again when its run is over', async () => {
	const scheduler = world({ a: {}, b: {} });
	const [first, second] = await Promise.all(
		[1, 2].map(() => scheduler.lease(() => template, never)),
	);
	expect([first?.server.id, second?.server.id]).toEqual(['a', 'b']);
	second?.release();
	second?.release();
	expect((await scheduler.lease(() => template, never))?.server.id).toBe('b');
});

test('each server is judged by the graph that it would get', async () => {
	const scheduler = world({ a: {}, b: {} });
	const node = template['39']!;
	const other: Graph = { ...template, '39': { ...node, inputs: { vae_name: 'mine.safetensors' } } };
	const lease = await scheduler.lease(({ id }) => (id === 'a' ? other : template), never);
	expect(lease?.server.id).toBe('b');
});

test('without servers there is nothing to take, and an abort is told', async () => {
	expect(await world({}).lease(() => template, never)).toBe(undefined);
	const gone = AbortSignal.abort(new Error('gone'));
	await expect(world({ a: {} }).lease(() => template, gone)).rejects.toThrow('gone');
});
