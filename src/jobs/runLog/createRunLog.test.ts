import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRunLog } from './createRunLog.ts';
import { formatLogEntry, type LogEntry } from './logEntry.ts';

const line = (message: string, jobId = 'a'): LogEntry => ({
	time: Date.UTC(2026, 0, 2, 3, 4, 5, 6),
	level: 'info',
	jobId,
	phase: 'running',
	message,
});

test('keeps the newest lines within the bound', () => {
	fc.assert(
		fc.property(fc.array(fc.string({ maxLength: 200 }), { maxLength: 300 }), (messages) => {
			const log = createRunLog({ maxBytes: 2_000 });
			for (const message of messages) log.add(line(message));
			const kept = log.entries();
			const size = kept
				.map((entry) => new TextEncoder().encode(JSON.stringify(entry)).length + 1)
				.reduce((sum, bytes) => sum + bytes, 0);
			expect(log.bytes()).toBe(size);
			expect(size).toBeLessThanOrEqual(2_000);
			const all = createRunLog();
			for (const message of messages) all.add(line(message));
			expect(kept).toEqual(kept.length === 0 ? [] : all.entries().slice(-kept.length));
		}),
		{ numRuns: 50 },
	);
});

test('a job has its own lines, and they can be forgotten', () => {
	const log = createRunLog();
	log.add(line('one'));
	log.add(line('two', 'b'));
	log.add(line('three'));
	expect(log.entries('a').map((entry) => entry.message)).toEqual(['one', 'three']);
	log.remove('a');
	expect(log.entries().map((entry) => entry.message)).toEqual(['two']);
	log.remove('b');
	expect(log.bytes()).toBe(0);
});

test('a line is redacted, bounded and told to who listens', () => {
	const log = createRunLog();
	const told: LogEntry[] = [];
	const leave = log.subscribe((entry) => told.push(entry));
	log.add({ ...line(`token=abc ${'x'.repeat(10_000)}`), node: '/srv/a/b/Node' });
	leave();
	log.add(line('later'));
	expect(told).toHaveLength(1);
	expect(told[0]?.message).toMatch(/^token=\[redacted\] x+…$/);
	expect(told[0]?.message.length).toBeLessThan(8_100);
	expect(told[0]?.node).toBe('…/Node');
});

test('an entry is one line of text', () => {
	const entry = { ...line('first\nsecond'), httpStatus: 500, node: 'KSampler' };
	expect(formatLogEntry(entry)).toBe(
		'2026-01-02T03:04:05.006Z info  running [KSampler] 500 first | second',
	);
	const log = createRunLog();
	log.add(entry);
	expect(log.text('a')).toBe(`${formatLogEntry(entry)}\n`);
	expect(log.text('b')).toBe('');
});
