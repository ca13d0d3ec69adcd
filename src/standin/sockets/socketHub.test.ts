import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Standin, startStandin } from '../createStandin.ts';
import {
	cannotRender,
	getJson,
	nodes,
	openSocket,
	plainPicture,
	pngOf,
	smallGraph,
	submit,
	type TestSocket,
	until,
	upload,
} from '../testing/testClient.ts';

let standin: Standin;
const opened: TestSocket[] = [];
beforeEach(async () => {
	standin = await startStandin({ stepMs: 20, previewMethod: 'auto', previewSize: 64 });
	await upload(standin.url, cannotRender ? 'x' : await pngOf(plainPicture(240, 160)));
});
afterEach(async () => {
	await Promise.all(opened.splice(0).map((socket) => socket.close()));
	await standin.close();
});

async function open(clientId: string | undefined, metadata = true): Promise<TestSocket> {
	const socket = await openSocket(standin.url, clientId, metadata);
	opened.push(socket);
	return socket;
}

const finished = (promptId: string): Promise<void> =>
	until(async () => promptId in (await getJson(`${standin.url}/history/${promptId}`)));

describe('a socket', () => {
	test('is greeted with its id, made up when it has none', async () => {
		const [named, unnamed] = [await open('me', false), await open(undefined, false)];
		expect(named.frames[0]).toMatchObject({ data: { sid: 'me' } });
		expect(unnamed.frames[0]).toMatchObject({
			data: { sid: expect.stringMatching(/^[0-9a-f]{32}$/) },
		});
	});

	test('gets the server features for a handshake, but only as its first JSON message', async () => {
		const late = await open('late', false);
		late.send({ type: 'hello' });
		late.send({ type: 'feature_flags', data: { supports_preview_metadata: true } });
		const afterNoise = await open('noise', false);
		afterNoise.send('no json');
		afterNoise.send({ type: 'feature_flags', data: {} });
		await afterNoise.waitFor('feature_flags');
		expect(late.tokens()).toEqual(['status 0 greeting']);
	});

	test('hears nothing any more once an older one of the same id has closed', async () => {
		const older = await open('me');
		const newer = await open('me');
		await older.close();
		await until(() => standin.sockets() === 1);
		const watcher = await open('watcher');
		const before = newer.frames.length;
		await submit(standin.url, smallGraph(), { client_id: 'me' });
		await watcher.waitFor('status 1');
		await watcher.waitFor('status 0', watcher.frames.length);
		expect(newer.isOpen()).toBe(true);
		expect(newer.frames).toHaveLength(before);
	});

	test('takes the events from an older one of the same id', async () => {
		const older = await open('me');
		const newer = await open('me');
		const before = older.frames.length;
		await submit(standin.url, smallGraph(), { client_id: 'me' });
		await newer.waitFor('executing null');
		expect(older.frames).toHaveLength(before);
	});
});

describe.skipIf(cannotRender)('during a run', () => {
	test('a reconnected client hears the running node once, without prompt_id, and no replay', async () => {
		const first = await open('me');
		const long = smallGraph({ [nodes.sampler]: { steps: 100 } });
		await submit(standin.url, long, { client_id: 'me' });
		await first.waitFor('progress 3 2/100');
		await first.close();
		await until(() => standin.sockets() === 0);
		const again = await open('me', false);
		await again.waitFor('progress 3');
		expect(again.tokens().slice(0, 2)).toEqual([
			'status 1 greeting',
			'executing 3 without prompt_id',
		]);
		expect(again.tokens()).not.toContain('execution_start');
		// Without the handshake of this socket previews are event 1.
		await again.waitFor('preview 1');
		await fetch(`${standin.url}/interrupt`, { method: 'POST' });
		await again.waitFor('execution_interrupted');
	});

	test('another client hears only how long the queue is', async () => {
		const [mine, other] = [await open('me'), await open('other')];
		await submit(standin.url, smallGraph(), { client_id: 'me' });
		await mine.waitFor('executing null');
		expect(new Set(other.tokens())).toEqual(
			new Set(['status 0 greeting', 'feature_flags', 'status 1', 'status 0']),
		);
	});

	test('a prompt without client_id tells progress and event-1 previews to everybody', async () => {
		const socket = await open('me');
		const { promptId } = await submit(standin.url, smallGraph());
		await finished(promptId);
		await socket.waitFor('status 0', 3);
		const kinds = new Set(socket.tokens().map((token) => token.split(' ')[0]));
		expect(kinds).toEqual(
			new Set(['status', 'feature_flags', 'progress_state', 'progress', 'preview']),
		);
		expect(socket.tokens()).toContain('preview 1');
	});

	test('a run that ended while the client was away left only its history', async () => {
		const { promptId } = await submit(standin.url, smallGraph(), { client_id: 'me' });
		await finished(promptId);
		const socket = await open('me');
		expect(socket.tokens()).toEqual(['status 0 greeting', 'feature_flags']);
	});
});
