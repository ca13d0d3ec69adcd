import { expect, test } from 'vitest';
import { defaultShot, emptyDocument } from '#core/document/document.ts';
import type { Job } from '#jobs/job.ts';
import { lastRefused, refusedFields } from './refusedFields.ts';

const problem = { node: 'KSampler', input: 'steps', field: 'steps', message: 'too many' };
const job = (patch: Partial<Job>): Job => ({
	id: 'a',
	number: 1,
	engine: 'comfy',
	document: emptyDocument,
	seed: 1,
	tracksJson: '[]',
	state: 'failed',
	phase: 'submitting',
	createdAt: 0,
	fraction: 0,
	error: { kind: 'validation', problems: [problem, { ...problem, field: 'width' }] },
	...patch,
});

test('what was refused stands at its field until the value changes or another run is sent', () => {
	const after = (jobs: readonly Job[], shot = defaultShot) =>
		refusedFields(lastRefused(jobs), shot);
	expect(after([job({})])).toEqual({ steps: 'too many' });
	expect(after([job({})], { ...defaultShot, steps: 7 })).toEqual({});
	expect(after([job({}), job({ state: 'running' })])).toEqual({});
	expect(after([job({}), job({ engine: 'draft' })])).toHaveProperty('steps');
});
