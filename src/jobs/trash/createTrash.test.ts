import { expect, test } from 'vitest';
import { emptyDocument } from '#core/document/document.ts';
import { createJobManager } from '../createJobManager.ts';
import { createMemoryJobStorage } from '../createMemoryJobStorage.ts';
import type { Engine } from '../engine.ts';
import type { JobStorage } from '../job.ts';
import { marksOf } from '../marks/resultMarks.ts';
import { createTabHub } from '../testing/createTabHub.ts';
import { createTrash } from './createTrash.ts';

/** Lets all promises settle. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** A draft is done at once; a run of ComfyUI goes on until it is stopped. */
const engines: readonly Engine[] = [
	{
		id: 'draft',
		run: async () => ({
			state: 'done',
			fromCache: false,
			video: {
				bytes: Uint8Array.of(1, 2, 3),
				mediaType: 'video/mp4',
				extension: 'mp4',
				width: 16,
				height: 16,
				frameCount: 5,
				fps: 16,
			},
		}),
	},
	{
		id: 'comfy',
		run: (_input, { cancel }) =>
			new Promise((resolve) =>
				cancel.addEventListener('abort', () => resolve({ state: 'cancelled' })),
			),
	},
];

let ids = 0;
let clock = 1;

function openTab(
	storage: JobStorage = createMemoryJobStorage(),
	hub = createTabHub('locks'),
	projectId?: string,
) {
	const tabs = hub.open(`tab ${ids++}`, {} as never, () => true);
	const manager = createJobManager({
		engines,
		storage,
		tabs,
		now: () => clock++,
		createId: () => `job${ids++}`,
		startFrame: async () => ({
			width: 1,
			height: 1,
			rgba: new Uint8ClampedArray(4),
			png: Uint8Array.of(1),
		}),
		...(projectId && { projectId: () => projectId }),
	});
	const removed: string[] = [];
	const trash = createTrash({
		manager,
		tabs,
		now: () => clock++,
		onRemoved: (id) => removed.push(id),
	});
	const draft = async () => {
		const id = manager.submit({ engine: 'draft', document: emptyDocument });
		await settle();
		return id;
	};
	const shown = () => manager.getJobs().map(({ id }) => id);
	return { storage, hub, tabs, manager, trash, removed, draft, shown };
}

test('what is deleted is out of sight with its files kept, and comes back whole', async () => {
	const { storage, manager, trash, draft, shown } = openTab();
	const id = await draft();
	const discarded = trash.discard([id, 'nobody']);
	await settle();
	expect(discarded.ids).toEqual([id]);
	expect(shown()).toEqual([]);
	expect(await manager.getVideo(id)).toEqual(Uint8Array.of(1, 2, 3));
	discarded.restore();
	discarded.purge();
	await settle();
	expect(shown()).toEqual([id]);
	expect((await storage.list())[0]?.deletedAt).toBeUndefined();
	expect(await storage.getVideo(id)).toBeDefined();
});

test('once nobody can take it back, record and video are gone', async () => {
	const { storage, trash, draft, removed } = openTab();
	const [one, two] = [await draft(), await draft()];
	const discarded = trash.discard([one]);
	discarded.purge();
	discarded.restore();
	await settle();
	expect((await storage.list()).map(({ id }) => id)).toEqual([two]);
	expect(await storage.getVideo(one)).toBeUndefined();
	expect(removed).toEqual([one]);
});

test('a job that is deleted a second time can be taken back again', async () => {
	const { trash, draft, shown } = openTab();
	const id = await draft();
	trash.discard([id]).restore();
	const again = trash.discard([id]);
	await settle();
	expect(shown()).toEqual([]);
	again.restore();
	await settle();
	expect(shown()).toEqual([id]);
});

test('an open run is stopped, and comes back as cancelled', async () => {
	const { manager, trash } = openTab();
	const id = manager.submit({ engine: 'comfy', document: emptyDocument });
	await settle();
	const discarded = trash.discard([id]);
	await settle();
	discarded.restore();
	await settle();
	expect(manager.getJobs().map(({ state }) => state)).toEqual(['cancelled']);
});

test('a new job has a number that no deleted one has', async () => {
	const { manager, trash, draft } = openTab();
	const discarded = trash.discard([await draft()]);
	await draft();
	discarded.restore();
	await settle();
	expect(manager.getJobs().map(({ number }) => number)).toEqual([1, 2]);
});

test('after a reload what was deleted stays deleted, and nothing of it is left', async () => {
	const before = openTab();
	const kept = await before.draft();
	const gone = await before.draft();
	before.trash.discard([gone]);
	await settle();
	before.manager.dispose();
	before.tabs.kill();
	expect(await before.storage.getVideo(gone)).toBeDefined();
	const after = openTab(before.storage, before.hub);
	await after.manager.resume();
	expect(after.shown()).toEqual([kept]);
	await settle();
	expect((await before.storage.list()).map(({ id }) => id)).toEqual([kept]);
	expect(await before.storage.getVideo(gone)).toBeUndefined();
	expect(after.removed).toEqual([gone]);
});

test('another tab hides it too, removes nothing while it can be taken back, and everything when that tab is gone', async () => {
	const one = openTab();
	const id = await one.draft();
	const two = openTab(one.storage, one.hub);
	await two.manager.resume();
	const discarded = one.trash.discard([id]);
	await settle();
	expect(two.shown()).toEqual([]);
	expect(await one.storage.getVideo(id)).toBeDefined();
	discarded.restore();
	await settle();
	expect([one.shown(), two.shown()]).toEqual([[id], [id]]);
	one.trash.discard([id]);
	await settle();
	one.tabs.kill();
	await settle();
	expect(await one.storage.list()).toEqual([]);
});

test('marks are stored, seen by the other tabs, and stay when the run is stopped or tried again', async () => {
	const one = openTab();
	const id = one.manager.submit({ engine: 'comfy', document: emptyDocument });
	await settle();
	const two = openTab(one.storage, one.hub);
	await two.manager.resume();
	await settle();
	two.manager.edit(id, { marks: { stars: 3 } });
	await settle();
	expect(marksOf(one.manager.getJobs()[0]!).stars).toBe(3);
	expect(marksOf((await one.storage.list())[0]!).stars).toBe(3);
	one.manager.cancel(id);
	await settle();
	expect(marksOf(two.manager.getJobs()[0]!).stars).toBe(3);
	one.manager.retry(id);
	await settle();
	expect(marksOf((await one.storage.list())[0]!).stars).toBe(3);
});

test('a job carries the project that was open', async () => {
	const { storage, draft } = openTab(undefined, undefined, 'fox');
	await draft();
	expect((await storage.list())[0]?.projectId).toBe('fox');
});
