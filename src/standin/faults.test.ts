import { afterEach, describe, expect, test } from 'vitest';
import { type Behaviour, type Standin, startStandin } from './createStandin.ts';
import {
	cannotRender,
	getJson,
	nodes,
	openSocket,
	plainPicture,
	pngOf,
	rawRequest,
	smallGraph,
	submit,
	until,
	upload,
} from './testing/testClient.ts';

let standin: Standin | undefined;
afterEach(async () => {
	await standin?.close();
	standin = undefined;
});

async function start(behaviour: Behaviour = {}): Promise<Standin> {
	standin = await startStandin({ stepMs: 1, behaviour });
	await upload(standin.url, cannotRender ? 'x' : await pngOf(plainPicture(240, 160)));
	return standin;
}

const historyOf = (url: string, id: string) => getJson(`${url}/history/${id}`);

describe('faults on order', () => {
	test('a deaf socket is greeted and stays open', async () => {
		const { url, runs } = await start({ deafSocket: true });
		const socket = await openSocket(url, 'me', false);
		await submit(url, smallGraph(), { client_id: 'me' });
		await until(() => runs[0]?.endTime !== undefined);
		expect(socket.tokens()).toEqual(['status 0 greeting']);
		expect(socket.isOpen()).toBe(true);
		await socket.close();
	});

	test('a socket drops after its time', async () => {
		const { url } = await start({ dropSocketAfterMs: 20 });
		const socket = await openSocket(url, 'me', false);
		await until(() => !socket.isOpen());
	});

	test('sockets are cut when asked', async () => {
		const { url, cutSockets } = await start();
		const socket = await openSocket(url, 'me');
		cutSockets();
		await until(() => !socket.isOpen());
	});

	test('the answer of a prompt is lost, the prompt is not', async () => {
		const { url, runs } = await start({ loseAnswerOfPrompt: true });
		await expect(submit(url, smallGraph())).rejects.toThrow();
		expect(runs).toHaveLength(1);
	});

	test('a server that is down cuts everything, and comes back', async () => {
		const { url, setBehaviour } = await start();
		setBehaviour({ down: true });
		await expect(fetch(`${url}/features`)).rejects.toThrow();
		await expect(openSocket(url, 'me')).rejects.toThrow();
		setBehaviour({ down: undefined });
		expect((await fetch(`${url}/features`)).status).toBe(200);
	});

	test('an upload is refused', async () => {
		const { url, setBehaviour } = await start();
		setBehaviour({ refuseUploadWith: 507 });
		expect((await upload(url, 'x')).status).toBe(507);
	});
});

describe.skipIf(cannotRender)('faults of a run', () => {
	test.each([
		['oom', 'torch.OutOfMemoryError'],
		['error', 'RuntimeError'],
	] as const)('%s fails in the sampler', async (failWith, exceptionType) => {
		const { url } = await start({ failWith });
		const socket = await openSocket(url, 'me');
		await submit(url, smallGraph(), { client_id: 'me' });
		await socket.waitFor('executing null');
		expect(socket.tokens().find((t) => t.startsWith('execution_error'))).toContain(
			`3 ${exceptionType}`,
		);
		await socket.close();
	});

	test('history comes late', async () => {
		const { url } = await start({ historyLagMs: 300 });
		const socket = await openSocket(url, 'me');
		const { promptId } = await submit(url, smallGraph(), { client_id: 'me' });
		await socket.waitFor('executing null');
		expect(await historyOf(url, promptId)).toEqual({});
		await until(async () => promptId in (await historyOf(url, promptId)));
		await socket.close();
	});

	test('a dead worker leaves the run running and the next one waiting', async () => {
		const { url } = await start({ dieAtStep: 2 });
		const socket = await openSocket(url, 'me');
		const { promptId } = await submit(url, smallGraph(), { client_id: 'me' });
		await socket.waitFor('progress 3 1/4');
		expect((await submit(url, smallGraph())).status).toBe(200);
		const queue = await getJson<Record<string, [number, string][]>>(`${url}/queue`);
		expect(queue.queue_running?.map((q) => q[1])).toEqual([promptId]);
		expect(queue.queue_pending).toHaveLength(1);
		await socket.close();
	});

	test('a restart loses queue and history, keeps files, and works on', async () => {
		const { url, restart, runs, setBehaviour } = await start({ dieAtStep: 2 });
		const socket = await openSocket(url, 'me');
		const dead = await submit(url, smallGraph(), { client_id: 'me' });
		const waiting = await submit(url, smallGraph({ [nodes.sampler]: { seed: 9 } }));
		await socket.waitFor('progress 3 1/4');
		restart();
		await until(() => !socket.isOpen());
		setBehaviour({ dieAtStep: undefined });
		expect(await getJson(`${url}/queue`)).toEqual({ queue_running: [], queue_pending: [] });
		for (const { promptId } of [dead, waiting]) expect(await historyOf(url, promptId)).toEqual({});
		expect(runs.map((run) => run.state)).toEqual(['forgotten', 'forgotten']);
		const again = await openSocket(url, 'me');
		const { promptId } = await submit(url, smallGraph(), { client_id: 'me' });
		await again.waitFor('executing null');
		expect(promptId in (await historyOf(url, promptId))).toBe(true);
		await again.close();
	});

	test('a file that is no picture fails in LoadImage', async () => {
		const { url } = await start();
		await upload(url, 'text', 'bad.png');
		const socket = await openSocket(url, 'me');
		const graph = smallGraph({ [nodes.image]: { image: 'bad.png' } });
		await submit(url, graph, { client_id: 'me' });
		await socket.waitFor('executing null');
		expect(socket.tokens().find((t) => t.startsWith('execution_error'))).toContain(
			`240 PIL.UnidentifiedImageError "cannot identify image file '/srv/ComfyUI/input/bad.png'`,
		);
		await socket.close();
	});
});

test('closing ends runs, sockets and connections', async () => {
	const handles = (): number =>
		process.getActiveResourcesInfo().filter((name) => name.startsWith('TCP')).length;
	const before = handles();
	const { url, port, close, sockets } = await start();
	const socket = await openSocket(url, 'me');
	await submit(url, smallGraph({ [nodes.sampler]: { steps: 1000 } }), { client_id: 'me' });
	await socket.waitFor('execution_start');
	await close();
	standin = undefined;
	expect(sockets()).toBe(0);
	await until(() => !socket.isOpen());
	await expect(rawRequest(port, 'GET', '/features')).rejects.toThrow();
	await until(() => handles() <= before);
});
