import { beforeEach, expect, test } from 'vitest';
import { parseSocketMessage } from '../../src/comfy/protocol/parseSocketMessage.ts';
import { post, uploadForm } from './support/ask.ts';
import { forTargets } from './support/forTargets.ts';
import { loadGraph, newId, slowGraph, stillGraph, videoGraph } from './support/graphs.ts';
import { finished, idle, isRunning, openSocket, submit, tokensOf, until } from './support/runs.ts';

forTargets((target) => {
	beforeEach(async (context) => {
		const { cannotRun } = target();
		if (cannotRun !== false) context.skip(cannotRun);
		await idle(target());
	});

	test('the greeting is a status with the id that was asked for', async () => {
		const id = newId();
		const socket = await openSocket(target().url, id, false);
		expect(socket.frames[0]).toMatchObject({
			type: 'status',
			data: { sid: id, status: { exec_info: { queue_remaining: expect.any(Number) } } },
		});
		await socket.close();
		const unnamed = await openSocket(target().url, undefined, false);
		const [greeting] = unnamed.frames;
		expect(greeting).toMatchObject({ data: { sid: expect.stringMatching(/^[0-9a-f]{32}$/) } });
		await unnamed.close();
	});

	test('feature_flags as the first message are answered; later ones, and anything else, are not', async () => {
		const socket = await openSocket(target().url, newId());
		expect(socket.frames.at(-1)).toMatchObject({
			type: 'feature_flags',
			data: { supports_preview_metadata: true, max_upload_size: expect.any(Number) },
		});
		const count = socket.tokens().filter((token) => token === 'feature_flags').length;
		socket.send({ type: 'feature_flags', data: {} });
		socket.send('garbage');
		socket.send({ type: 'nope' });
		const still = await submit(target(), stillGraph());
		await finished(target(), still);
		expect(socket.tokens().filter((token) => token === 'feature_flags')).toHaveLength(count);
		expect(socket.isOpen()).toBe(true);
		await socket.close();
	});

	test('a run tells its start, each node, its success, and at last executing null', async () => {
		const client = newId();
		const socket = await openSocket(target().url, client);
		const id = await submit(target(), videoGraph(), { client_id: client });
		await socket.waitFor('executing null');
		const tokens = tokensOf(socket, id).filter((token) => !token.startsWith('progress_state'));
		expect(tokens).toEqual([
			'execution_start',
			'execution_cached',
			'executing 1',
			'executing 2',
			'executing 9',
			'executed 9 images animated',
			'execution_success',
			'executing null',
		]);
		const states = tokensOf(socket, id).filter((token) => token.startsWith('progress_state'));
		expect(states.at(-1)).toContain('9:finished');
		// Broadcast: queued, taken, done.
		expect(socket.tokens().filter((token) => /^status \d$/.test(token)).length).toBeGreaterThan(1);
		for (const frame of socket.frames)
			if (frame.kind === 'text') {
				const { type, data } = frame;
				expect(parseSocketMessage(JSON.stringify({ type, data })), type).toBeDefined();
			}
		await socket.close();
	});

	test('a run out of the cache tells no node as running', async () => {
		const client = newId();
		const graph = videoGraph();
		await finished(target(), await submit(target(), graph, { client_id: client }));
		await idle(target());
		const socket = await openSocket(target().url, client);
		const id = await submit(target(), graph, { client_id: client });
		await socket.waitFor('executing null');
		expect(tokensOf(socket, id).filter((token) => !token.startsWith('progress_state'))).toEqual([
			'execution_start',
			'execution_cached 1 2 9',
			'executed 9 images animated',
			'execution_success',
			'executing null',
		]);
		await socket.close();
	});

	test('a failing node tells execution_error and executing null, and no success', async () => {
		const client = newId();
		const name = `${newId()}.png`;
		await uploadForm(target().url, { subfolder: 'wanati-contract' }, { name, bytes: 'no picture' });
		const socket = await openSocket(target().url, client);
		const graph = loadGraph(`wanati-contract/${name}`);
		const id = await submit(target(), graph, { client_id: client });
		await socket.waitFor('executing null');
		const types = tokensOf(socket, id).map((token) => token.split(' ')[0]);
		expect(types).toContain('execution_error');
		expect(types).not.toContain('execution_success');
		expect(types.at(-1)).toBe('executing');
		await socket.close();
	});

	test('an interrupted run tells execution_interrupted to its client; without a client id to all', async () => {
		const client = newId();
		const socket = await openSocket(target().url, client);
		const stranger = await openSocket(target().url, newId());
		const typesOf = (id: string, heard = socket) =>
			tokensOf(heard, id).map((token) => token.split(' ')[0]);
		const id = await submit(target(), slowGraph(40), { client_id: client });
		await socket.waitFor('executed');
		await post(`${target().url}/interrupt`, { prompt_id: id });
		await socket.waitFor('executing null');
		expect(typesOf(id)).toContain('execution_interrupted');
		expect(typesOf(id, stranger)).toEqual([]);
		const unnamed = await submit(target(), slowGraph(40));
		await until(() => typesOf(unnamed, stranger).length > 3);
		await post(`${target().url}/interrupt`, { prompt_id: unnamed });
		await until(() => typesOf(unnamed, stranger).includes('execution_interrupted'));
		await Promise.all([socket.close(), stranger.close()]);
	});

	test('a run of another client is silent but for status; one without a client id is not', async () => {
		const stranger = await openSocket(target().url, newId());
		const named = await submit(target(), stillGraph(), { client_id: newId() });
		await finished(target(), named);
		const unnamed = await submit(target(), videoGraph());
		await finished(target(), unnamed);
		await until(() => tokensOf(stranger, unnamed).length > 0);
		expect(tokensOf(stranger, named)).toEqual([]);
		const types = new Set(tokensOf(stranger, unnamed).map((token) => token.split(' ')[0]));
		expect([...types]).toEqual(['progress_state']);
		await stranger.close();
	});

	test('a client that comes back in the middle is told the running node once, without the id of the run', async () => {
		const client = newId();
		const first = await openSocket(target().url, client);
		const id = await submit(target(), slowGraph(40), { client_id: client });
		await first.waitFor('executed');
		await first.close();
		const second = await openSocket(target().url, client, false);
		await second.waitFor('executing');
		expect(second.tokens()[1]).toMatch(/^executing \d+ without prompt_id$/);
		await post(`${target().url}/interrupt`, { prompt_id: id });
		await second.waitFor('executing null');
		await second.close();
	});

	test('the trap: when an older socket of a client id closes, the newer one is deaf', async () => {
		const client = newId();
		const older = await openSocket(target().url, client);
		const newer = await openSocket(target().url, client);
		await older.close();
		const before = newer.frames.length;
		const id = await submit(target(), videoGraph(), { client_id: client });
		await finished(target(), id);
		await idle(target());
		expect(newer.frames.slice(before)).toEqual([]);
		expect(newer.isOpen()).toBe(true);
		await newer.close();
		const third = await openSocket(target().url, client);
		const again = await submit(target(), videoGraph(), { client_id: client });
		await third.waitFor('executing null');
		expect(tokensOf(third, again)).toContain('execution_success');
		await third.close();
	});

	test('what waits tells nothing before it starts', async () => {
		const client = newId();
		const socket = await openSocket(target().url, client);
		const slow = await submit(target(), slowGraph(40));
		await until(() => isRunning(target(), slow));
		const waiting = await submit(target(), stillGraph(), { client_id: client });
		expect(tokensOf(socket, waiting)).toEqual([]);
		await post(`${target().url}/interrupt`, { prompt_id: slow });
		await socket.waitFor('executing null');
		expect(tokensOf(socket, waiting)[0]).toBe('execution_start');
		await socket.close();
	});
});
