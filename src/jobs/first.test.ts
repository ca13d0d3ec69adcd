import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createFakeComfy, type FakeComfySwitches } from '#comfy/testing/fakeComfy.ts';
import { graphSchema } from '#comfy/workflow/graph.ts';
import { templateDefaults } from '#comfy/workflow/templateDefaults.ts';
import { createFaultProxy } from '#standin/faults/createFaultProxy.ts';
import { createRunWorld } from './testing/createRunWorld.ts';

const read = (path: string): unknown =>
	JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const template = graphSchema.parse(read('../../workflows/video_wan_ati.json'));
const objectInfo = read('../comfy/fixtures/objectInfo.v0_33_0.json') as Record<string, unknown>;
const defaults = templateDefaults(template);
if (!defaults.ok) throw new Error(defaults.error.detail);
const { models } = defaults.value;

/** A server that works on somebody's run for 30 s, with as many more of theirs waiting as asked for. */
function busyServer(others = 1, switches: Partial<FakeComfySwitches> = {}) {
	const comfy = createFakeComfy({ objectInfo, ...switches });
	for (let i = 0; i <= others; i++) comfy.occupy(30_000);
	const proxy = createFaultProxy({ platform: comfy.platform, later: comfy.at, faults: {} });
	const world = createRunWorld({ comfy, platform: proxy.platform, template, models });
	return { comfy, proxy, world, tab: world.openTab() };
}

test('a run that waits on the server goes before the runs of others, and was rendered once', async () => {
	const { comfy, world, tab } = busyServer(5);
	const id = world.generate(tab);
	await comfy.advance(5_000);
	expect(world.job(tab, id)).toMatchObject({ phase: 'pending', position: 6 });
	tab.manager.putFirst(id);
	await comfy.advance(5_000);
	expect(world.job(tab, id)).toMatchObject({ phase: 'pending', position: 1, first: true });
	await comfy.advance(40_000);
	expect(world.job(tab, id)?.state).toBe('done');
	expect(comfy.posted).toHaveLength(2);
	expect(comfy.truthOf(comfy.posted[0]!)).toBe('deleted');
	expect(world.complaints(tab, { cancelled: false })).toEqual([]);
	tab.close();
	await comfy.advance(10_000);
	expect(comfy.open()).toEqual({ timers: 0, sockets: 0, requests: 0 });
});

test('what waits here is sent at once, before what waits there', async () => {
	const { comfy, world, tab } = busyServer(2);
	const [first, second] = [world.generate(tab), world.generate(tab)];
	await comfy.advance(5_000);
	expect(tab.manager.getWaiting('comfy')).toEqual([second]);
	tab.manager.putFirst(second);
	await comfy.advance(3_000);
	expect(tab.manager.getWaiting('comfy')).toEqual([]);
	expect(world.job(tab, second)).toMatchObject({ phase: 'pending', position: 1 });
	expect(world.job(tab, first)).toMatchObject({ phase: 'pending', position: 4 });
	await comfy.advance(200_000);
	expect([first, second].map((id) => world.job(tab, id)?.state)).toEqual(['done', 'done']);
	expect(comfy.posted).toHaveLength(2);
	tab.close();
});

test('a run at work is never stopped for it', async () => {
	const { comfy, world, tab } = busyServer(0, { steps: 20 });
	const id = world.generate(tab);
	while (world.job(tab, id)?.state !== 'running') await comfy.advance(100);
	tab.manager.putFirst(id);
	await comfy.advance(60_000);
	expect(world.job(tab, id)?.state).toBe('done');
	expect(comfy.posted).toHaveLength(1);
	tab.close();
});

test('one that begins while it is being taken back goes on as it is', async () => {
	const { comfy, proxy, world, tab } = busyServer(0);
	const id = world.generate(tab);
	await comfy.advance(28_000);
	expect(world.job(tab, id)?.phase).toBe('pending');
	// Its queue moves on before the request arrives.
	proxy.set({ latencyMs: 4_000 });
	tab.manager.putFirst(id);
	await comfy.advance(120_000);
	expect(world.job(tab, id)?.state).toBe('done');
	expect(comfy.posted).toHaveLength(1);
	tab.close();
});

test('put first in a second tab, or after a reload, it is done by the tab that owns it', async () => {
	const { comfy, world, tab } = busyServer(3);
	const id = world.generate(tab);
	await comfy.advance(3_000);
	const other = world.openTab();
	await comfy.advance(1_000);
	other.manager.putFirst(id);
	await comfy.advance(4_000);
	expect(world.job(other, id)).toMatchObject({ position: 1, first: true });
	tab.crash();
	await comfy.advance(200_000);
	expect(world.job(other, id)?.state).toBe('done');
	expect(world.job(other, id)?.first).toBeUndefined();
	expect(comfy.posted).toHaveLength(2);
	other.close();

	const late = busyServer(3);
	const run = late.world.generate(late.tab);
	await late.comfy.advance(3_000);
	late.tab.crash();
	const again = late.world.openTab();
	await late.comfy.advance(3_000);
	again.manager.putFirst(run);
	await late.comfy.advance(4_000);
	expect(late.world.job(again, run)).toMatchObject({ position: 1 });
	await late.comfy.advance(200_000);
	expect(late.world.job(again, run)?.state).toBe('done');
	again.close();
});

test('cancelling while it is taken back ends it, and nothing is sent anew', async () => {
	const { comfy, proxy, world, tab } = busyServer(3);
	const id = world.generate(tab);
	await comfy.advance(3_000);
	proxy.set({ latencyMs: 2_000 });
	tab.manager.putFirst(id);
	await comfy.advance(1_000);
	tab.manager.cancel(id);
	await comfy.advance(100_000);
	expect(world.job(tab, id)?.state).toBe('cancelled');
	expect(comfy.posted).toHaveLength(1);
	tab.close();
});
