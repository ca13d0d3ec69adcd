import { expect, test } from 'vitest';
import { createComfyClient } from '../client/createComfyClient.ts';
import { createVirtualPlatform } from '../testing/createVirtualPlatform.ts';
import { lookUpRun } from './lookUpRun.ts';

const item = [1, 'mine', {}, {}, []];

/** A server whose run moves on from one place to the next just before the read of that number. */
function lookAt(
	placeAt: (read: number, url: string) => 'pending' | 'running' | 'history' | 'absent',
	heardOver = false,
) {
	let reads = 0;
	const { platform } = createVirtualPlatform(
		(url) => {
			const place = placeAt(reads++, url);
			const body = url.includes('/history/')
				? place === 'history'
					? { mine: { outputs: {}, status: { status_str: 'success' } } }
					: {}
				: {
						queue_running: place === 'running' ? [item] : [],
						queue_pending: place === 'pending' ? [item] : [],
					};
			return { status: 200, body: JSON.stringify(body) };
		},
		() => undefined,
	);
	const client = createComfyClient({ platform, baseUrl: 'http://h', clientId: 'c' });
	return lookUpRun(client, 'mine', new AbortController().signal, heardOver);
}

test('a run is never missed, whenever it moves on between the reads', async () => {
	const path = ['pending', 'running', 'history'] as const;
	for (let first = 0; first < 4; first++)
		for (let second = first; second < 4; second++) {
			const found = await lookAt((read) => path[Number(read >= first) + Number(read >= second)]!);
			expect(found.place, `moves before reads ${first} and ${second}`).not.toBe('absent');
		}
});

test('one that arrives between the reads is found, one that is nowhere is absent', async () => {
	expect(await lookAt((read) => (read < 2 ? 'absent' : 'pending'))).toMatchObject({
		place: 'pending',
		ahead: 0,
	});
	expect(await lookAt(() => 'absent')).toEqual({ place: 'absent' });
});

test('of one that is said to be over history answers alone; when it does not have it yet, the queue is asked as ever', async () => {
	const urls: string[] = [];
	const found = await lookAt((_, url) => {
		urls.push(url);
		return 'history';
	}, true);
	expect(found.place).toBe('history');
	expect(urls).toEqual(['http://h/history/mine']);
	for (let at = 0; at < 4; at++)
		expect((await lookAt((read) => (read < at ? 'running' : 'history'), true)).place).not.toBe(
			'absent',
		);
	expect((await lookAt(() => 'absent', true)).place).toBe('absent');
});

test('a server that cannot be asked leaves it unknown', async () => {
	const { platform } = createVirtualPlatform(
		() => {
			throw new TypeError('fetch failed');
		},
		() => undefined,
	);
	const client = createComfyClient({ platform, baseUrl: 'http://h', clientId: 'c' });
	const found = await lookUpRun(client, 'mine', new AbortController().signal);
	expect(found).toMatchObject({ place: 'unknown', error: { kind: 'unreachable' } });
});
