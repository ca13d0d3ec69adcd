import { expect, test } from 'vitest';
import { createVirtualPlatform } from '#comfy/testing/createVirtualPlatform.ts';
import { createChannelElection, type Election } from './createChannelElection.ts';

/** Tabs that hear each other; a frozen one hears what was said when it thaws. */
function tabs(...names: readonly string[]) {
	const virtual = createVirtualPlatform(
		() => ({ status: 200, body: '' }),
		() => undefined,
	);
	const frozen = new Map<string, (() => void)[]>();
	const all = new Map<string, Election>();
	const holds: string[] = [];
	for (const tabId of names)
		all.set(
			tabId,
			createChannelElection({
				platform: virtual.platform,
				tabId,
				post: (message) => {
					for (const [other, election] of all) {
						if (other === tabId) continue;
						const deliver = (): void => election.receive(message);
						const queue = frozen.get(other);
						if (queue) queue.push(deliver);
						else virtual.at(1, deliver);
					}
				},
			}),
		);
	const never = new AbortController();
	const hold = (tabId: string, isNew = false, signal = never.signal) => {
		let end: () => void = () => undefined;
		let lost: AbortSignal | undefined;
		const over = all.get(tabId)?.hold('job', { signal, isNew }, async (gone) => {
			lost = gone;
			holds.push(tabId);
			await new Promise<void>((resolve) => {
				end = resolve;
				gone.addEventListener('abort', () => resolve());
			});
			holds.splice(holds.indexOf(tabId), 1);
		});
		return { over, end: () => end(), isLost: () => lost?.aborted === true };
	};
	return { virtual, all, frozen, holds, hold };
}

test('of tabs that ask at once exactly one holds the name', async () => {
	const { hold, holds, virtual } = tabs('a', 'b', 'c');
	for (const tab of ['c', 'a', 'b']) hold(tab);
	await virtual.advance(10_000);
	expect(holds).toEqual(['a']);
});

test('a name that nobody else can want is held at once', async () => {
	const { hold, holds, virtual } = tabs('a', 'b');
	hold('b', true);
	await virtual.advance(0);
	expect(holds).toEqual(['b']);
	hold('a');
	await virtual.advance(60_000);
	expect(holds).toEqual(['b']);
});

test('a name that is given back goes to one that waits', async () => {
	const { hold, holds, virtual } = tabs('a', 'b', 'c');
	const first = hold('a', true);
	hold('b');
	hold('c');
	await virtual.advance(5_000);
	first.end();
	await virtual.advance(3_000);
	expect(holds).toHaveLength(1);
	expect(holds).not.toEqual(['a']);
});

test('a tab that says nothing any more is replaced; when it thaws it hears that and lets go', async () => {
	const { frozen, hold, holds, virtual } = tabs('a', 'b');
	const first = hold('a', true);
	await virtual.advance(10);
	frozen.set('a', []);
	hold('b');
	await virtual.advance(5_000);
	expect(holds).toContain('b');
	const missed = frozen.get('a') ?? [];
	frozen.delete('a');
	for (const deliver of missed) deliver();
	await virtual.advance(100);
	expect(first.isLost()).toBe(true);
	expect(holds).toEqual(['b']);
});

test('waiting ends with its signal, and leaves no timer', async () => {
	const { hold, virtual } = tabs('a', 'b');
	const leave = new AbortController();
	const owner = hold('a', true);
	const waiting = hold('b', false, leave.signal);
	await virtual.advance(5_000);
	leave.abort();
	await waiting.over;
	owner.end();
	await virtual.advance(5_000);
	expect(virtual.open().timers).toBe(0);
});

test('a tab that closes gives its names back', async () => {
	const { all, hold, holds, virtual } = tabs('a', 'b');
	hold('a', true);
	hold('b');
	await virtual.advance(1_000);
	all.get('a')?.dispose();
	await virtual.advance(3_000);
	expect(holds).toContain('b');
});
