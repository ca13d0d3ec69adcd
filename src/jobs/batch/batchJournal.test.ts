import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JournalEntry, journalLine, readJournal } from './batchJournal.ts';

const remote = {
	serverId: 'http://gpu',
	promptId: 'p1',
	clientId: 'c1',
	stage: 'posting',
} as const;
const sent: JournalEntry = { key: 'a', at: 1, type: 'remote', seed: 7, remote };
const done: JournalEntry = {
	key: 'a',
	at: 2,
	type: 'end',
	end: { state: 'done', output: 'a.mp4', durationMs: 500 },
};

test('the last word on a job counts', () => {
	expect(readJournal(journalLine(sent)).get('a')).toEqual({ remote, seed: 7 });
	const both = journalLine(sent) + journalLine(done);
	expect(readJournal(both).get('a')).toEqual({ seed: 7, end: done.end });
});

test('a run that may still be on its server is remembered through its failure', () => {
	const end = { state: 'failed', error: 'unreachable', mayStillRun: true } as const;
	const text = journalLine(sent) + journalLine({ key: 'a', at: 3, type: 'end', end });
	expect(readJournal(text).get('a')).toEqual({ remote, seed: 7, end });
});

test('cut anywhere, all lines before the cut hold', () => {
	const text = journalLine(sent) + journalLine(done) + journalLine({ ...sent, key: 'b' });
	for (let at = 0; at <= text.length; at++) {
		const whole = text.slice(0, at).split('\n').length - 1;
		const { size } = readJournal(text.slice(0, at));
		// A last line that lacks only its end is whole.
		expect(size).toBeGreaterThanOrEqual([0, 1, 1, 2][whole] ?? 0);
	}
});

test('anything can be read', () => {
	fc.assert(
		fc.property(fc.array(fc.oneof(fc.string(), fc.json())), (lines) => {
			expect(readJournal(lines.join('\n')).size).toBeLessThanOrEqual(lines.length);
		}),
	);
});
