import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createFakeComfy } from '#comfy/testing/fakeComfy.ts';
import { graphSchema } from '#comfy/workflow/graph.ts';
import { templateDefaults } from '#comfy/workflow/templateDefaults.ts';
import { createRunWorld } from '../testing/createRunWorld.ts';

const read = (path: string): unknown =>
	JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const template = graphSchema.parse(read('../../../workflows/video_wan_ati.json'));
const objectInfo = read('../../comfy/fixtures/objectInfo.v0_33_0.json') as Record<string, unknown>;
const defaults = templateDefaults(template);
if (!defaults.ok) throw new Error(defaults.error.detail);
const { models } = defaults.value;

const kinds = ['locks', 'election'] as const;

function world(tabs: 'locks' | 'election', steps = 20) {
	const comfy = createFakeComfy({ objectInfo, steps });
	return { comfy, ...createRunWorld({ comfy, template, models, tabs }) };
}

test.each(kinds)(
	'scenario 42 (%s): a second tab shows the run, sends nothing and opens no socket',
	async (kind) => {
		const { comfy, openTab, generate, job } = world(kind);
		const first = openTab();
		const id = generate(first);
		await comfy.advance(3_000);
		const second = openTab();
		await comfy.advance(3_000);
		expect(job(second, id)).toMatchObject({ state: 'running', step: job(first, id)?.step });
		expect(job(second, id)?.document).toEqual(job(first, id)?.document);
		await comfy.advance(30_000);
		for (const tab of [first, second]) expect(job(tab, id)?.state).toBe('done');
		expect(await second.manager.getVideo(id)).toEqual(await first.manager.getVideo(id));
		expect(comfy.posted).toHaveLength(1);
		expect(comfy.sockets).toHaveLength(1);
		for (const tab of [first, second]) tab.close();
	},
);

test.each(kinds)(
	'scenario 42 (%s): a job that is begun in one tab appears in the other',
	async (kind) => {
		const { comfy, openTab, generate, job } = world(kind);
		const [first, second] = [openTab(), openTab()];
		await comfy.advance(100);
		const id = generate(first);
		await comfy.advance(100);
		expect(job(second, id)?.state).toMatch(/queued|running/);
		first.manager.remove(id);
		await comfy.advance(100);
		expect(job(second, id)).toBeUndefined();
		for (const tab of [first, second]) tab.close();
	},
);

test.each(kinds)(
	'scenario 42 (%s): two tabs that send at once make two runs, each once',
	async (kind) => {
		const { comfy, openTab, generate, job } = world(kind, 2);
		const [first, second] = [openTab(), openTab()];
		await comfy.advance(100);
		const ids = [generate(first), generate(second)];
		await comfy.advance(60_000);
		for (const id of ids)
			for (const tab of [first, second]) expect(job(tab, id)?.state).toBe('done');
		expect(comfy.posted).toHaveLength(2);
		for (const tab of [first, second]) tab.close();
	},
);

test.each(kinds)(
	'scenario 42 (%s): what is asked in a tab that follows is done by the one that owns',
	async (kind) => {
		const { comfy, openTab, generate, job } = world(kind);
		const first = openTab();
		const id = generate(first);
		await comfy.advance(3_000);
		const second = openTab();
		await comfy.advance(1_000);
		second.manager.cancel(id);
		await comfy.advance(10_000);
		for (const tab of [first, second]) expect(job(tab, id)?.state).toBe('cancelled');
		expect(comfy.truthOf(comfy.posted[0]!)).toBe('interrupted');
		// The other tab may ask for it again.
		await comfy.advance(5_000);
		second.manager.retry(id);
		await comfy.advance(60_000);
		for (const tab of [first, second]) expect(job(tab, id)?.state).toBe('done');
		expect(comfy.posted).toHaveLength(2);
		for (const tab of [first, second]) tab.close();
	},
);

test.each(kinds)(
	'scenario 43 (%s): when the owner closes or dies, another tab takes the socket and the run over',
	async (kind) => {
		for (const how of ['close', 'crash'] as const) {
			const { comfy, openTab, generate, job } = world(kind);
			const first = openTab();
			const id = generate(first);
			await comfy.advance(3_000);
			const second = openTab();
			const third = openTab();
			await comfy.advance(1_000);
			first[how]();
			await comfy.advance(8_000);
			expect(comfy.sockets.filter((socket) => socket.state === 'open')).toHaveLength(1);
			const step = job(second, id)?.step?.value ?? 0;
			await comfy.advance(4_000);
			expect(job(second, id)?.step?.value).toBeGreaterThan(step);
			await comfy.advance(60_000);
			for (const tab of [second, third]) expect(job(tab, id)?.state).toBe('done');
			expect(comfy.posted).toHaveLength(1);
			for (const tab of [second, third]) tab.close();
		}
	},
);
