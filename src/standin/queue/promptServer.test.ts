import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { type Standin, type StandinOptions, startStandin } from '../createStandin.ts';
import {
	cannotRender,
	getJson,
	nodes,
	openSocket,
	plainPicture,
	pngOf,
	smallGraph,
	submit,
	until,
	upload,
} from '../testing/testClient.ts';
import { createPromptHeap, type QueueItem } from './promptQueue.ts';

let standin: Standin | undefined;
afterEach(async () => {
	await standin?.close();
	standin = undefined;
});

async function start(options: StandinOptions = {}): Promise<Standin> {
	standin = await startStandin({ stepMs: 1, ...options });
	await upload(standin.url, cannotRender ? 'x' : await pngOf(plainPicture(240, 160)));
	return standin;
}

const post = (path: string, body?: unknown): Promise<Response> =>
	fetch(`${standin?.url}${path}`, {
		method: 'POST',
		...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
	});

const long = { [nodes.sampler]: { steps: 1000 } };
type Queue = Record<'queue_running' | 'queue_pending', [number, string][]>;

describe('the queue', () => {
	test('lists prompts in heap order and runs them by number', () => {
		const item = (number: number): QueueItem => ({
			number,
			promptId: String(number),
			graph: {},
			extraData: {},
			outputs: [],
		});
		fc.assert(
			fc.property(fc.array(fc.integer({ min: -50, max: 50 })), fc.integer(), (numbers, gone) => {
				const heap = createPromptHeap();
				for (const number of numbers) heap.push(item(number));
				heap.remove((entry) => entry.number === gone);
				const taken: number[] = [];
				for (let next = heap.pop(); next; next = heap.pop()) taken.push(next.number);
				expect(taken).toEqual(numbers.filter((n) => n !== gone).sort((a, b) => a - b));
			}),
		);
	});

	test('front goes first, number decides, delete and clear take out pending ones only', async () => {
		const { url } = await start({ stepMs: 30 });
		const socket = await openSocket(url, 'me');
		const send = (rest = {}) => submit(url, smallGraph(long), { client_id: 'me', ...rest });
		const running = await send();
		await socket.waitFor('progress 3 1/');
		const [plain, five, front] = [
			await send(),
			await send({ number: -5 }),
			await send({ front: true }),
		];
		const queue = await getJson<Queue>(`${url}/queue`);
		expect(queue.queue_running.map((q) => q[1])).toEqual([running.promptId]);
		expect(queue.queue_pending.toSorted((a, b) => a[0] - b[0]).map((q) => q[1])).toEqual([
			five.promptId,
			front.promptId,
			plain.promptId,
		]);
		expect(await getJson(`${url}/prompt`)).toEqual({ exec_info: { queue_remaining: 4 } });

		await socket.waitFor('status 4');
		const before = socket.frames.length;
		await post('/queue', { delete: [plain.promptId] });
		await post('/queue', { delete: [running.promptId, 'unknown'] });
		await socket.waitFor('status 3', before);
		expect(await getJson(`${url}/history/${plain.promptId}`)).toEqual({});
		const job = await fetch(`${url}/api/jobs/${plain.promptId}`);
		expect([job.status, await job.json()]).toEqual([404, { error: 'Job not found' }]);
		const cancel = (id: string) => post(`/api/jobs/${id}/cancel`, {}).then((r) => r.json());
		expect(await cancel(five.promptId)).toEqual({ cancelled: true });
		await post('/queue', { clear: true });
		expect(await getJson(`${url}/api/jobs?status=pending,in_progress`)).toMatchObject({
			jobs: [{ id: running.promptId, status: 'in_progress' }],
			pagination: { offset: 0, limit: null, total: 1, has_more: false },
		});
		expect(await getJson(`${url}/history/${running.promptId}`)).toEqual({});
		expect(await cancel(running.promptId)).toEqual({ cancelled: true });
		await socket.waitFor('executing null');
		const states = socket.tokens().filter((t) => /^(status \d|execution_|executing null)/.test(t));
		expect(states.slice(-8)).toEqual([
			'status 3',
			'status 4',
			'status 3',
			'status 2',
			'status 1',
			'execution_interrupted 3 KSampler executed 6 7 38 39 48 140 240 244 247 248 251',
			'status 0',
			'executing null',
		]);
		await socket.close();
	});

	test('an interrupt of another id or when idle changes nothing', async () => {
		const { url, runs } = await start();
		await post('/interrupt');
		const { promptId } = await submit(url, smallGraph());
		await post('/interrupt', { prompt_id: 'another' });
		await until(() => runs[0]?.endTime !== undefined);
		expect(Object.keys(await getJson(`${url}/history/${promptId}`))).toEqual([promptId]);
		expect(runs[0]?.state).toBe(cannotRender ? 'error' : 'success');
	});

	test('the same id posted twice runs twice', async () => {
		const { url, runs } = await start();
		const prompt_id = '00000000-0000-4000-8000-000000000001';
		await submit(url, smallGraph(), { prompt_id });
		await submit(url, smallGraph(), { prompt_id });
		await until(() => runs.every((run) => run.endTime !== undefined));
		expect(runs).toHaveLength(2);
	});
});

describe.skipIf(cannotRender)('the node cache', () => {
	const fileOf = async (promptId: string): Promise<string> => {
		await until(async () => promptId in (await getJson(`${standin?.url}/history/${promptId}`)));
		const history = await getJson<Record<string, { outputs: Outputs }>>(
			`${standin?.url}/history/${promptId}`,
		);
		return history[promptId]?.outputs['258']?.images[0]?.filename ?? '';
	};

	test('the same graph gives the old file, a new seed or a new picture a new one', async () => {
		const { url } = await start();
		const run = async (seed: number) =>
			fileOf((await submit(url, smallGraph({ [nodes.sampler]: { seed } }))).promptId);
		expect(await run(1)).toBe('ComfyUI_00001_.mp4');
		expect(await run(1)).toBe('ComfyUI_00001_.mp4');
		expect(await run(2)).toBe('ComfyUI_00002_.mp4');
		await upload(url, await pngOf(plainPicture(100, 100)), 'start.png', { overwrite: 'true' });
		expect(await run(2)).toBe('ComfyUI_00003_.mp4');
		await post('/free', { free_memory: true });
		expect(await run(2)).toBe('ComfyUI_00004_.mp4');
	});
});

interface Outputs {
	readonly [node: string]: { readonly images: readonly { readonly filename: string }[] };
}

test.each([
	['/free', undefined, 500],
	['/free', {}, 200],
	['/queue', undefined, 500],
	['/queue', { x: 1 }, 200],
	['/history', undefined, 500],
	['/history', { delete: ['x'] }, 200],
	['/interrupt', undefined, 200],
	['/interrupt', 'xx', 200],
	['/interrupt', [1], 500],
	['/api/jobs/abc/cancel', {}, 200],
	['/api/jobs/cancel', { job_ids: ['x'] }, 400],
])('POST %s with %j gives %i', async (path, body, status) => {
	await start();
	expect((await post(path, body)).status).toBe(status);
});

test('0.3.64 has no jobs', async () => {
	const { url } = await start({ versionLike: '0.3.64' });
	expect((await fetch(`${url}/api/jobs`)).status).toBe(404);
	expect((await post('/api/jobs/abc/cancel', {})).status).toBe(405);
});
