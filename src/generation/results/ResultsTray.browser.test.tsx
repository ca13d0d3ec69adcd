import { flushSync } from 'react-dom';
import { expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Job } from '#jobs/job.ts';
import { mount } from '#ui/testing/mount.tsx';
import { createFakeJobs, fakeJob } from '../testing/createFakeJobs.ts';
import { ResultsTray } from './ResultsTray.tsx';

function setUp(...jobs: Parameters<typeof fakeJob>[0][]) {
	const manager = createFakeJobs(jobs.map(fakeJob));
	const onOpen = vi.fn();
	onTestFinished(
		mount(<ResultsTray manager={manager} openJobId={null} onOpen={onOpen} engine="comfy" />),
	);
	const list = page.getByRole('list', { name: 'Results', exact: true });
	const items = () => list.getByRole('listitem').elements() as HTMLElement[];
	return { manager, onOpen, list, items };
}

test('each item says its engine, its state and whether it is stalled', () => {
	const { items } = setUp(
		{ number: 12, engine: 'draft', state: 'done' },
		{ number: 48, state: 'running', phase: 'running', fraction: 0.37 },
		{ number: 49, state: 'queued', phase: 'uploading' },
		{ number: 50, state: 'running', phase: 'running', stalledMs: 200_000 },
		{ number: 51, state: 'failed', error: { kind: 'interrupted' } },
		{ number: 52, state: 'lost' },
	);
	const facts = items().map((e) => [e.dataset.engine, e.dataset.state, e.dataset.stalled]);
	expect(facts).toEqual([
		['draft', 'done', undefined],
		['comfy', 'running', undefined],
		['comfy', 'queued', undefined],
		['comfy', 'running', 'true'],
		['comfy', 'failed', undefined],
		['comfy', 'lost', undefined],
	]);
});

test('an item follows its job from queued to done', async () => {
	const { manager, items } = setUp({ number: 1, state: 'queued' });
	const change = (patch: Partial<Job>) =>
		flushSync(() => manager.set([fakeJob({ ...patch, number: 1 })]));
	change({ state: 'running', phase: 'running', fraction: 0.5, startedAt: Date.now() - 60_000 });
	expect(items()[0]?.dataset.state).toBe('running');
	await expect.element(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '50');
	await expect.element(page.getByText('50 %, 1 min left')).toBeVisible();
	change({ state: 'done' });
	expect(items()[0]?.dataset.state).toBe('done');
	expect(page.getByRole('progressbar').elements()).toHaveLength(0);
});

test('Cancel stops a job that waits or runs, Retry starts one that ended without a video', async () => {
	const { manager } = setUp({ number: 1, state: 'running' }, { number: 2, state: 'cancelled' });
	await page.getByRole('button', { name: 'Cancel', exact: true }).click();
	await page.getByRole('button', { name: 'Retry', exact: true }).click();
	expect(manager.calls).toEqual(['cancel job1', 'retry job2']);
});

test('a click on the card opens the job', async () => {
	const { onOpen } = setUp({ number: 7, engine: 'draft', state: 'done' });
	await page.getByRole('button', { name: /^Draft 7/ }).click();
	expect(onOpen).toHaveBeenCalledWith('job7');
});

test('the empty tray says what a run takes, and that this is an assumption', async () => {
	const { items } = setUp();
	expect(items()).toHaveLength(0);
	await expect
		.element(page.getByText(/about 8 minutes on a 24 GB card \(an assumption/))
		.toBeVisible();
});

test('an answer out of the cache says which run it is the same as', async () => {
	setUp({ number: 3, state: 'done', fromCache: true, sameAs: 2 });
	await expect.element(page.getByText('Same as run 2')).toBeVisible();
});
