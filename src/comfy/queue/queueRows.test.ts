import { expect, test } from 'vitest';
import { queueRows } from './queueRows.ts';

test('runs stand in their order, ours named, others nameless', () => {
	const rows = queueRows(
		{
			running: [{ number: 1, promptId: 'a' }],
			pending: [
				{ number: 2, promptId: 'b' },
				{ number: 5, promptId: 'c' },
			],
		},
		new Map([
			['b', 'job 7'],
			['gone', 'job 1'],
		]),
	);
	expect(rows).toEqual([
		{ promptId: 'a', state: 'running', ahead: 0, jobId: undefined },
		{ promptId: 'b', state: 'pending', ahead: 1, jobId: 'job 7' },
		{ promptId: 'c', state: 'pending', ahead: 2, jobId: undefined },
	]);
});

test('an idle server has no rows', () => {
	expect(queueRows({ running: [], pending: [] }, new Map())).toEqual([]);
});
