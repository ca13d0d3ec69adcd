import { beforeEach, expect, test } from 'vitest';
import { ask, post, uploadForm } from './support/ask.ts';
import { forTargets } from './support/forTargets.ts';
import { greyPng, loadGraph, newId, slowGraph, stillGraph, videoGraph } from './support/graphs.ts';
import {
	finished,
	historyOf,
	idle,
	isRunning,
	openSocket,
	queueOf,
	submit,
	until,
} from './support/runs.ts';

forTargets((target) => {
	beforeEach(async (context) => {
		const { cannotRun } = target();
		if (cannotRun !== false) context.skip(cannotRun);
		await idle(target());
	});
	const url = (path: string): string => target().url + path;

	test('history has a finished run: prompt, outputs, status and messages', async () => {
		const graph = videoGraph();
		const id = await submit(target(), graph, { extra_data: { note: 'kept' }, client_id: 'nobody' });
		const entry = await finished(target(), id);
		expect(entry.prompt.slice(0, 2)).toEqual([expect.any(Number), id]);
		expect(entry.prompt[2]).toMatchObject({ '9': { class_type: 'SaveVideo' } });
		expect(entry.prompt[3]).toMatchObject({ note: 'kept', client_id: 'nobody' });
		expect(entry.prompt[4]).toEqual(['9']);
		expect(entry.status).toMatchObject({ status_str: 'success', completed: true });
		expect(entry.status.messages.map(([type]) => type)).toEqual([
			'execution_start',
			'execution_cached',
			'execution_success',
		]);
		const [video] = entry.outputs['9'].images;
		expect(video).toEqual({
			filename: expect.stringMatching(/^clip_\d{5}_\.mp4$/),
			subfolder: 'wanati-contract',
			type: 'output',
		});
		expect(entry.outputs['9'].animated).toEqual([true]);
		const file = await ask(`${url('/view')}?${new URLSearchParams(video)}`);
		expect([file.status, file.headers['content-type']]).toEqual([200, 'video/mp4']);
		expect(file.body.subarray(4, 8).toString()).toBe('ftyp');
	});

	test('history is {} while a run is pending or running, and for an unknown id', async () => {
		const running = await submit(target(), slowGraph());
		const pending = await submit(target(), stillGraph());
		await until(() => isRunning(target(), running));
		for (const id of [running, pending, newId()])
			expect((await ask(url(`/history/${id}`))).text()).toBe('{}');
		await finished(target(), pending);
	});

	test('the queue shows number, id, graph, data and outputs; lower numbers and front run first', async () => {
		const running = await submit(target(), slowGraph());
		await until(() => isRunning(target(), running));
		const last = await submit(target(), stillGraph());
		const first = await submit(target(), stillGraph(), { front: true });
		const middle = await submit(target(), stillGraph(), { number: -0.5 });
		const queue = (await ask(url('/queue'))).json();
		const [item] = queue.queue_pending;
		expect(item).toHaveLength(5);
		expect(item.slice(0, 2)).toEqual([expect.any(Number), expect.any(String)]);
		expect(item[4]).toEqual(['9']);
		const { pending } = await queueOf(target());
		expect(pending.indexOf(first)).toBeLessThan(pending.indexOf(middle));
		expect(pending.indexOf(middle)).toBeLessThan(pending.indexOf(last));
		const count = (await ask(url('/prompt'))).json().exec_info.queue_remaining;
		expect(count).toBeGreaterThanOrEqual(3);
		await finished(target(), last);
		const order = async (id: string) =>
			Number((await historyOf(target(), id))?.status.messages[0]?.[1].timestamp);
		expect(await order(first)).toBeLessThanOrEqual(await order(middle));
		expect(await order(middle)).toBeLessThanOrEqual(await order(last));
	});

	test('a deleted pending run leaves nothing behind; deleting what runs or is unknown does nothing', async () => {
		const running = await submit(target(), slowGraph());
		await until(() => isRunning(target(), running));
		const gone = await submit(target(), stillGraph());
		const answer = await post(url('/queue'), { delete: [gone, running, newId()] });
		expect([answer.status, answer.text()]).toEqual([200, '']);
		expect((await queueOf(target())).pending).not.toContain(gone);
		expect(await isRunning(target(), running)).toBe(true);
		await finished(target(), running);
		expect(await historyOf(target(), gone)).toBeUndefined();
		if (target().modern) expect((await ask(url(`/api/jobs/${gone}`))).status).toBe(404);
	});

	test('an interrupt with the id of another run does nothing, with the own id it stops it', async () => {
		const running = await submit(target(), slowGraph(40));
		await until(() => isRunning(target(), running));
		expect((await post(url('/interrupt'), { prompt_id: newId() })).status).toBe(200);
		expect(await isRunning(target(), running)).toBe(true);
		const answer = await post(url('/interrupt'), { prompt_id: running });
		expect([answer.status, answer.text()]).toEqual([200, '']);
		const entry = await finished(target(), running);
		expect(entry.status).toMatchObject({ status_str: 'error', completed: false });
		expect(entry.status.messages.at(-1)).toMatchObject([
			'execution_interrupted',
			{ prompt_id: running, node_type: expect.any(String), executed: expect.any(Array) },
		]);
		expect(entry.outputs).toEqual({});
		if (target().modern)
			expect((await ask(url(`/api/jobs/${running}`))).json().status).toBe('cancelled');
	});

	test('an interrupt while nothing runs does no harm to the next run', async () => {
		expect((await post(url('/interrupt'), {})).status).toBe(200);
		const entry = await finished(target(), await submit(target(), stillGraph()));
		expect(entry.status.status_str).toBe('success');
	});

	test('jobs, where there are any: pending, in_progress, completed; cancel of either, told once', async () => {
		if (!target().modern) {
			expect((await ask(url('/api/jobs'))).status).toBe(404);
			return;
		}
		const statusOf = async (id: string) => (await ask(url(`/api/jobs/${id}`))).json().status;
		const cancel = async (id: string) => (await post(url(`/api/jobs/${id}/cancel`), {})).json();
		const done = await submit(target(), videoGraph());
		await finished(target(), done);
		const job = (await ask(url(`/api/jobs/${done}`))).json();
		expect(job).toMatchObject({
			id: done,
			status: 'completed',
			preview_output: { subfolder: 'wanati-contract', nodeId: '9' },
			execution_status: { status_str: 'success' },
		});
		const running = await submit(target(), slowGraph(40));
		await until(() => isRunning(target(), running));
		const pending = await submit(target(), stillGraph());
		expect(await statusOf(running)).toBe('in_progress');
		expect(await statusOf(pending)).toBe('pending');
		expect(await cancel(pending)).toEqual({ cancelled: true });
		expect(await cancel(pending)).toEqual({ cancelled: false });
		expect(await cancel(running)).toEqual({ cancelled: true });
		await finished(target(), running);
		expect(await statusOf(running)).toBe('cancelled');
		const { jobs, pagination } = (await ask(url('/api/jobs?status=cancelled&limit=1'))).json();
		expect(jobs).toHaveLength(1);
		expect(pagination).toMatchObject({ offset: 0, limit: 1 });
	});

	test('the same id posted twice runs twice', async () => {
		const id = newId();
		const slow = await submit(target(), slowGraph());
		await until(() => isRunning(target(), slow));
		await submit(target(), stillGraph(), { prompt_id: id });
		await submit(target(), stillGraph(), { prompt_id: id });
		const { pending } = await queueOf(target());
		expect(pending.filter((other) => other === id)).toHaveLength(2);
		await finished(target(), id);
	});

	test('everything cached: no node runs, the old file is named again', async () => {
		const graph = videoGraph();
		const first = await finished(target(), await submit(target(), graph, { client_id: 'a' }));
		const again = await finished(target(), await submit(target(), graph, { client_id: 'a' }));
		expect(again.outputs).toEqual(first.outputs);
		const cached = again.status.messages.find(([type]) => type === 'execution_cached');
		expect(cached?.[1].nodes).toHaveLength(3);
	});

	test('a file that is no picture passes validation and fails in its node', async () => {
		const form = { subfolder: 'wanati-contract' };
		const name = `${newId()}.png`;
		await uploadForm(target().url, form, { name, bytes: 'no picture' });
		const socket = await openSocket(target().url, newId());
		const id = await submit(target(), loadGraph(`wanati-contract/${name}`));
		const entry = await finished(target(), id);
		expect(entry.status).toMatchObject({ status_str: 'error', completed: false });
		const [type, data] = entry.status.messages.at(-1) ?? ['', {}];
		expect(type).toBe('execution_error');
		expect(data).toMatchObject({
			prompt_id: id,
			node_id: '1',
			node_type: 'LoadImage',
			exception_type: expect.any(String),
			exception_message: expect.stringMatching(/\n$/),
			traceback: expect.any(Array),
			current_inputs: { image: [expect.any(String)] },
		});
		expect(entry.outputs).toEqual({});
		await socket.close();
	});

	test('a file uploaded a moment ago is found, also as NAME [input] and [temp]', async () => {
		const name = `${newId()}.png`;
		const fields = { subfolder: 'wanati-contract' };
		await uploadForm(target().url, fields, { name, bytes: greyPng() });
		await uploadForm(target().url, { ...fields, type: 'temp' }, { name, bytes: greyPng() });
		const path = `wanati-contract/${name}`;
		for (const image of [path, `${path} [input]`, `${path} [temp]`]) {
			const entry = await finished(target(), await submit(target(), loadGraph(image)));
			expect(entry.status.status_str, image).toBe('success');
			expect(entry.outputs['9'].images).toHaveLength(1);
			expect(entry.outputs['9'].images[0].type).toBe('temp');
		}
	});

	test('history forgets a run on demand, and answers 200 for an unknown id', async () => {
		const id = await submit(target(), stillGraph());
		await finished(target(), id);
		const answer = await post(url('/history'), { delete: [id, newId()] });
		expect([answer.status, answer.text()]).toEqual([200, '']);
		expect(await historyOf(target(), id)).toBeUndefined();
	});

	test('free answers 200 empty; after it nothing comes out of the cache', async () => {
		const graph = videoGraph();
		const first = await finished(target(), await submit(target(), graph));
		const answer = await post(url('/free'), { unload_models: true, free_memory: true });
		expect([answer.status, answer.text()]).toEqual([200, '']);
		// It acts when the worker is next idle.
		await until(async () => {
			await finished(target(), await submit(target(), stillGraph()));
			const again = await finished(target(), await submit(target(), graph));
			return again.outputs['9'].images[0].filename !== first.outputs['9'].images[0].filename;
		});
	});

	test.each(['/queue', '/history', '/free'])('an empty body at %s is 500', async (path) => {
		expect((await ask(url(path), { method: 'POST' })).status).toBe(500);
	});
});
