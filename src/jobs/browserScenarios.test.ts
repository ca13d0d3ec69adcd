/* One thing in one file: what the scenarios 44 and 47 of the research mean for a run. 45, 46 and the page's side of 44: e2e/trouble.e2e.ts. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createFakeComfy } from '#comfy/testing/fakeComfy.ts';
import type { ComfyPlatform } from '#comfy/transport/platform.ts';
import { graphSchema } from '#comfy/workflow/graph.ts';
import { templateDefaults } from '#comfy/workflow/templateDefaults.ts';
import { emptyDocument } from '#core/document/document.ts';
import { createComfyEngine } from './comfyEngine.ts';
import { createJobManager } from './createJobManager.ts';
import { createMemoryJobStorage } from './createMemoryJobStorage.ts';
import type { JobStorage } from './job.ts';
import { createRunWorld } from './testing/createRunWorld.ts';

const read = (path: string): unknown =>
	JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const template = graphSchema.parse(read('../../workflows/video_wan_ati.json'));
const objectInfo = read('../comfy/fixtures/objectInfo.v0_33_0.json') as Record<string, unknown>;
const defaults = templateDefaults(template);
if (!defaults.ok) throw new Error(defaults.error.detail);
const { models } = defaults.value;

function withStorage(storage: JobStorage) {
	const comfy = createFakeComfy({ objectInfo });
	const faults: unknown[] = [];
	const manager = createJobManager({
		engines: [
			createComfyEngine({
				platform: comfy.platform,
				server: () => ({ id: 'gpu', baseUrl: comfy.baseUrl }),
				template,
				models: () => models,
			}),
		],
		storage,
		now: comfy.platform.now,
		createId: () => 'job',
		startFrame: async () => ({
			width: 1,
			height: 1,
			rgba: new Uint8ClampedArray(4),
			png: Uint8Array.of(1),
		}),
		onStorageError: (cause) => faults.push(cause),
	});
	return { comfy, manager, faults };
}
const refuse = (name: string) => () => Promise.reject(new DOMException('no', name));

test('scenario 44: with the disk full the run goes to its end, its video can be played and saved, and it is told', async () => {
	const full = refuse('QuotaExceededError');
	const storage = { ...createMemoryJobStorage(), put: full, putVideo: full };
	const { comfy, manager, faults } = withStorage(storage);
	await manager.resume();
	const id = manager.submit({ engine: 'comfy', document: emptyDocument });
	await comfy.advance(60_000);
	expect(manager.getJobs()[0]?.state).toBe('done');
	expect((await manager.getVideo(id))?.length).toBeGreaterThan(0);
	expect(faults.length).toBeGreaterThan(0);
	manager.dispose();
});

test('scenario 44: a store that cannot even be read (blocked, evicted, private) stops nothing', async () => {
	const gone = refuse('InvalidStateError');
	const storage: JobStorage = {
		list: gone,
		put: gone,
		putVideo: gone,
		getVideo: gone,
		remove: gone,
	};
	const { comfy, manager, faults } = withStorage(storage);
	await manager.resume();
	expect(faults).toHaveLength(1);
	const id = manager.submit({ engine: 'comfy', document: emptyDocument });
	await comfy.advance(60_000);
	expect(manager.getJobs()[0]?.state).toBe('done');
	expect((await manager.getVideo(id))?.length).toBeGreaterThan(0);
	manager.remove(id);
	expect(manager.getJobs()).toEqual([]);
	expect(await manager.getVideo(id)).toBeUndefined();
	manager.dispose();
});

test('scenario 44: a video that the browser has evicted is said to be gone, and the record stays', async () => {
	const storage = { ...createMemoryJobStorage(), getVideo: async () => undefined };
	const { comfy, manager } = withStorage(storage);
	const id = manager.submit({ engine: 'comfy', document: emptyDocument });
	await comfy.advance(60_000);
	expect(manager.getJobs()[0]?.state).toBe('done');
	expect(await manager.getVideo(id)).toBeUndefined();
	manager.dispose();
});

test.each([-6, 6].map((hours) => hours * 3_600_000))(
	'scenario 47: the clock jumps by %i ms in the middle of a run: the run is found, once, and nothing is called lost',
	async (jumpMs) => {
		const comfy = createFakeComfy({ objectInfo, steps: 30 });
		let jumped = 0;
		const platform: ComfyPlatform = {
			...comfy.platform,
			now: () => comfy.platform.now() + jumped,
		};
		const world = createRunWorld({ comfy, platform, template, models });
		const tab = world.openTab();
		const id = world.generate(tab);
		while (world.job(tab, id)?.state !== 'running') await comfy.advance(100);
		jumped = jumpMs;
		const before = world.job(tab, id)?.step?.value ?? 0;
		await comfy.advance(12_000);
		expect(world.job(tab, id)?.state).toBe('running');
		expect(world.job(tab, id)?.step?.value).toBeGreaterThan(before);
		jumped = 0;
		await comfy.advance(60_000);
		expect(world.job(tab, id)?.state).toBe('done');
		expect(comfy.posted).toHaveLength(1);
		expect(world.complaints(tab, { cancelled: false })).toEqual([]);
		tab.close();
	},
);
