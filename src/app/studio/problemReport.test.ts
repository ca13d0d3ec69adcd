import { expect, test } from 'vitest';
import { emptyDocument } from '#core/document/document.ts';
import type { Job } from '#jobs/job.ts';
import { createRunLog } from '#jobs/runLog/createRunLog.ts';
import { problemReport } from './problemReport.ts';

const job: Job = {
	id: 'a',
	number: 7,
	engine: 'comfy',
	document: emptyDocument,
	seed: 40,
	tracksJson: '[[{"x":1,"y":2}]]',
	state: 'failed',
	phase: 'running',
	createdAt: 0,
	fraction: 0.4,
	error: { kind: 'http', url: 'http://gpu/prompt', status: 500, text: 'boom' },
};
const facts = { version: '0.1.0', comfyVersion: undefined, browser: 'Test' };

test('versions, settings, checks and the job’s own lines are in it, tracks and other jobs are not', () => {
	const log = createRunLog();
	log.add({ time: 0, level: 'error', jobId: 'a', phase: 'running', message: 'it broke' });
	log.add({ time: 0, level: 'info', jobId: 'b', phase: 'running', message: 'another' });
	const report = problemReport(job, log, facts);
	for (const part of ['"version": "0.1.0"', '"steps": 20', 'no-image', 'boom', 'it broke'])
		expect(report).toContain(part);
	expect(report).not.toMatch(/another|tracksJson/);
});

test('an empty log says so', () => {
	expect(problemReport(job, createRunLog(), facts)).toContain('nothing was noted');
});
