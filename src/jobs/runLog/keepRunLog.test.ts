import { expect, test } from 'vitest';
import { createRunLog } from './createRunLog.ts';
import { keepRunLog, type RunLogStorage } from './keepRunLog.ts';
import type { LogEntry } from './logEntry.ts';

function memory(): RunLogStorage & { lines: LogEntry[] } {
	const store = {
		lines: [] as LogEntry[],
		load: async () => [...store.lines],
		append: async (entries: readonly LogEntry[]) => void store.lines.push(...entries),
		remove: async (jobId: string) => {
			store.lines = store.lines.filter((line) => line.jobId !== jobId);
		},
		keepNewest: async (count: number) => {
			store.lines = count === 0 ? [] : store.lines.slice(-count);
		},
	};
	return store;
}
const timers = { setTimeout: () => 0 as never, clearTimeout: () => undefined };
const line = (jobId: string, message: string): LogEntry => ({
	time: 0,
	level: 'info',
	jobId,
	message,
});

test('what was noted before a reload comes before what is noted after it', async () => {
	const storage = memory();
	const before = keepRunLog(createRunLog(), storage, timers);
	before.add(line('a', 'one'));
	before.add(line('b', 'two'));
	await before.flush();
	const after = keepRunLog(createRunLog(), storage, timers);
	after.add(line('a', 'three'));
	await after.flush();
	expect(after.entries('a').map(({ message }) => message)).toEqual(['one', 'three']);
	expect(storage.lines).toHaveLength(3);
});

test('a job that is removed leaves no line, here and in the store', async () => {
	const storage = memory();
	const log = keepRunLog(createRunLog(), storage, timers);
	log.add(line('a', 'one'));
	await log.flush();
	log.add(line('a', 'two'));
	log.add(line('b', 'three'));
	log.remove('a');
	await log.flush();
	expect(log.text('a')).toBe('');
	expect(storage.lines.map(({ message }) => message)).toEqual(['three']);
});

test('the store holds no more than the ring', async () => {
	const storage = memory();
	for (let visit = 0; visit < 5; visit++) {
		const log = keepRunLog(createRunLog({ maxBytes: 2_000 }), storage, timers);
		for (let i = 0; i < 30; i++) log.add(line('a', `visit ${visit}, line ${i}`));
		await log.flush();
		expect(log.bytes()).toBeLessThanOrEqual(2_000);
		expect(storage.lines.length).toBe(log.entries().length);
	}
	expect(storage.lines.at(-1)?.message).toBe('visit 4, line 29');
});

test('a store that refuses everything costs nothing but the past', async () => {
	const refuse = () => Promise.reject(new Error('QuotaExceededError'));
	const log = keepRunLog(
		createRunLog(),
		{ load: refuse, append: refuse, remove: refuse, keepNewest: refuse },
		timers,
	);
	log.add(line('a', 'one'));
	await log.flush();
	log.remove('b');
	await log.flush();
	expect(log.entries('a')).toHaveLength(1);
});
