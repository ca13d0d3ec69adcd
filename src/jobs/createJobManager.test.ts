import { expect, test } from 'vitest';
import { createTrack, emptyDocument, type WanDocument } from '#core/document/document.ts';
import { createJobManager, type JobManager } from './createJobManager.ts';
import { createMemoryJobStorage } from './createMemoryJobStorage.ts';
import type { Engine, EngineContext, EngineId, EngineOutcome, JobInput } from './engine.ts';
import type { JobStorage } from './job.ts';

const image = {
	sha256: 'a'.repeat(64),
	width: 832,
	height: 480,
	name: 'a.png',
	mediaType: 'image/png',
};
const withImage: WanDocument = { ...emptyDocument, image };
const document: WanDocument = {
	...withImage,
	tracks: [createTrack(withImage, 't1', 'pin', [{ x: 100, y: 50, mode: 'smooth' }])],
};
const frame = { width: 1, height: 1, rgba: new Uint8ClampedArray(4), png: Uint8Array.of(1) };
const video = (bytes = Uint8Array.of(1, 2, 3)) => ({
	bytes,
	mediaType: 'video/mp4',
	extension: 'mp4',
	width: 832,
	height: 480,
	frameCount: 81,
	fps: 16,
});
const done: EngineOutcome = { state: 'done', video: video(), fromCache: false };

interface Run {
	readonly input: JobInput;
	readonly context: EngineContext;
	end(outcome: EngineOutcome): void;
	fail(cause: unknown): void;
}

/** An engine whose runs the test ends by hand. */
function handEngine(id: EngineId): Engine & { readonly runs: Run[] } {
	const runs: Run[] = [];
	return {
		id,
		runs,
		run: (input, context) =>
			new Promise((resolve, reject) => {
				const leave = (): void => reject(context.detach.reason);
				context.detach.addEventListener('abort', leave);
				context.cancel.addEventListener('abort', () => resolve({ state: 'cancelled' }));
				runs.push({ input, context, end: resolve, fail: reject });
			}),
	};
}

let ids = 0;

function world(storage: JobStorage = createMemoryJobStorage(), onStorageError?: () => void) {
	const comfy = handEngine('comfy');
	const draft = handEngine('draft');
	let clock = 1_000;
	const manager = createJobManager({
		engines: [comfy, draft],
		storage,
		now: () => clock++,
		createId: () => `job${ids++}`,
		startFrame: async () => frame,
		random: () => 0.5,
		...(onStorageError ? { onStorageError } : {}),
	});
	return { comfy, draft, manager, storage };
}

/** Lets all promises settle. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const states = (manager: JobManager): string[] => manager.getJobs().map((job) => job.state);

test('a job fixes samples and seed when it is submitted', async () => {
	const { comfy, manager } = world();
	manager.submit({ engine: 'comfy', document });
	await settle();
	const input = comfy.runs[0]!.input;
	expect(input.seed).toBe(2 ** 31);
	expect(input.samples).toHaveLength(1);
	expect(input.samples[0]).toHaveLength(242);
	expect(JSON.parse(input.tracksJson)[0]).toHaveLength(121);
	expect(JSON.parse(input.tracksJson)[0][0]).toEqual({ x: 100, y: 50 });
	const fixed = { ...document, shot: { ...document.shot, newSeedEachTime: false, seed: 48 } };
	manager.submit({ engine: 'draft', document: fixed });
	expect(manager.getJobs()[1]?.seed).toBe(48);
});

test('one job of each engine runs at a time, first come first served', async () => {
	const { comfy, draft, manager } = world();
	manager.submit({ engine: 'comfy', document });
	manager.submit({ engine: 'comfy', document });
	manager.submit({ engine: 'draft', document });
	await settle();
	expect([comfy.runs.length, draft.runs.length]).toEqual([1, 1]);
	expect(manager.getJobs().map((job) => job.number)).toEqual([1, 2, 3]);
	comfy.runs[0]!.end(done);
	await settle();
	expect(comfy.runs.length).toBe(2);
	expect(states(manager)).toEqual(['done', 'queued', 'queued']);
});

test('a record is stored before its engine starts, and the run before it is sent', async () => {
	const storage = createMemoryJobStorage();
	let open: (() => void) | undefined;
	const slow: JobStorage = {
		...storage,
		put: async (record) => {
			await new Promise<void>((resolve) => {
				open = resolve;
			});
			await storage.put(record);
		},
	};
	const { comfy, manager } = world(slow);
	manager.submit({ engine: 'comfy', document });
	await settle();
	expect(comfy.runs).toHaveLength(0);
	open?.();
	await settle();
	expect(comfy.runs).toHaveLength(1);
	let stored = false;
	const remote = { serverId: 's', promptId: 'p', clientId: 'c' };
	void Promise.resolve(comfy.runs[0]!.context.emit({ type: 'remote', remote })).then(() => {
		stored = true;
	});
	await settle();
	expect(stored).toBe(false);
	open?.();
	await settle();
	expect(stored).toBe(true);
	expect((await storage.list())[0]?.remote).toEqual(remote);
});

test('phases show as the states scripts read, progress never falls, previews go at the end', async () => {
	const { comfy, manager } = world();
	manager.submit({ engine: 'comfy', document });
	await settle();
	const { context, end } = comfy.runs[0]!;
	const job = () => manager.getJobs()[0]!;
	for (const [phase, state] of [
		['uploading', 'queued'],
		['submitting', 'queued'],
		['pending', 'queued'],
		['running', 'running'],
		['finishing', 'running'],
	] as const) {
		void context.emit({ type: 'state', state: phase });
		expect(job()).toMatchObject({ phase, state });
	}
	void context.emit({ type: 'progress', fraction: 0.6, step: { value: 3, max: 5 } });
	void context.emit({ type: 'progress', fraction: 0.2 });
	void context.emit({ type: 'preview', bytes: Uint8Array.of(1), mediaType: 'image/jpeg' });
	void context.emit({ type: 'stalled', silentMs: 200_000 });
	expect(job()).toMatchObject({ fraction: 0.6, step: { value: 3 }, stalledMs: 200_000 });
	void context.emit({ type: 'stalled', silentMs: 0 });
	expect(job().stalledMs).toBeUndefined();
	end(done);
	await settle();
	expect(job()).toMatchObject({ state: 'done', fraction: 1, video: { byteLength: 3 } });
	expect(job().preview).toBeUndefined();
	expect(job().finishedAt).toBeGreaterThan(job().startedAt ?? Number.POSITIVE_INFINITY);
});

test('snapshots stay the same until something changes', async () => {
	const { manager } = world();
	let calls = 0;
	const leave = manager.subscribe(() => calls++);
	const before = manager.getJobs();
	expect(manager.getJobs()).toBe(before);
	manager.submit({ engine: 'draft', document });
	expect(manager.getJobs()).not.toBe(before);
	expect(calls).toBe(1);
	leave();
	manager.submit({ engine: 'draft', document });
	expect(calls).toBe(1);
});

test('cancelling a waiting job never starts it, cancelling a running one tells its engine', async () => {
	const { comfy, manager } = world();
	const first = manager.submit({ engine: 'comfy', document });
	const second = manager.submit({ engine: 'comfy', document });
	await settle();
	manager.cancel(second);
	await settle();
	expect(states(manager)).toEqual(['queued', 'cancelled']);
	manager.cancel(first);
	await settle();
	expect(comfy.runs).toHaveLength(1);
	expect(comfy.runs[0]?.context.cancel.aborted).toBe(true);
	expect(states(manager)).toEqual(['cancelled', 'cancelled']);
	manager.cancel(first);
	expect(states(manager)).toEqual(['cancelled', 'cancelled']);
});

test('a failed job runs again with the same seed, a finished one does not', async () => {
	const { comfy, manager } = world();
	const id = manager.submit({ engine: 'comfy', document });
	await settle();
	void comfy.runs[0]!.context.emit({
		type: 'remote',
		remote: { serverId: 's', promptId: 'p', clientId: 'c' },
	});
	comfy.runs[0]!.end({ state: 'failed', error: { kind: 'interrupted' } });
	await settle();
	expect(manager.getJobs()[0]).toMatchObject({ state: 'failed', error: { kind: 'interrupted' } });
	manager.retry(id);
	await settle();
	expect(comfy.runs[1]?.input.seed).toBe(comfy.runs[0]?.input.seed);
	expect(comfy.runs[1]?.context.resume).toBeUndefined();
	expect(manager.getJobs()[0]?.error).toBeUndefined();
	comfy.runs[1]!.end(done);
	await settle();
	manager.retry(id);
	await settle();
	expect(comfy.runs).toHaveLength(2);
});

test('a job whose server went out of reach while it ran is looked for, not sent again', async () => {
	const { comfy, manager } = world();
	const id = manager.submit({ engine: 'comfy', document });
	await settle();
	const remote = { serverId: 's', promptId: 'p', clientId: 'c' };
	void comfy.runs[0]!.context.emit({ type: 'remote', remote });
	void comfy.runs[0]!.context.emit({ type: 'state', state: 'running' });
	comfy.runs[0]!.end({ state: 'failed', error: { kind: 'unreachable', url: 's' } });
	await settle();
	manager.retry(id);
	await settle();
	expect(comfy.runs[1]?.context.resume).toEqual(remote);
});

test('a removed job is gone from view and store, whatever its engine still says', async () => {
	const { comfy, manager, storage } = world();
	const id = manager.submit({ engine: 'comfy', document });
	await settle();
	manager.remove(id);
	void comfy.runs[0]!.context.emit({ type: 'state', state: 'running' });
	await settle();
	expect(manager.getJobs()).toEqual([]);
	expect(await storage.list()).toEqual([]);
});

test('results survive a reload', async () => {
	const storage = createMemoryJobStorage();
	const before = world(storage);
	const id = before.manager.submit({ engine: 'draft', document });
	await settle();
	before.draft.runs[0]!.end(done);
	await settle();
	before.manager.dispose();
	const after = world(storage);
	await after.manager.resume();
	expect(after.manager.getJobs()).toMatchObject([{ id, number: 1, state: 'done', fraction: 1 }]);
	expect(await after.manager.getVideo(id)).toEqual(Uint8Array.of(1, 2, 3));
	after.manager.submit({ engine: 'draft', document });
	expect(after.manager.getJobs()[1]?.number).toBe(2);
});

test('after a reload a run on a server is watched again, the others start over in order', async () => {
	const storage = createMemoryJobStorage();
	const before = world(storage);
	before.manager.submit({ engine: 'comfy', document });
	before.manager.submit({ engine: 'comfy', document });
	before.manager.submit({ engine: 'draft', document });
	await settle();
	const remote = { serverId: 's', promptId: 'p', clientId: 'c' };
	await before.comfy.runs[0]!.context.emit({ type: 'remote', remote });
	await before.comfy.runs[0]!.context.emit({ type: 'state', state: 'running' });
	await before.draft.runs[0]!.context.emit({ type: 'state', state: 'running' });
	before.manager.dispose();
	await settle();
	expect(before.comfy.runs[0]?.context.detach.aborted).toBe(true);
	expect(before.comfy.runs[0]?.context.cancel.aborted).toBe(false);

	const after = world(storage);
	await after.manager.resume();
	await settle();
	expect(after.comfy.runs).toHaveLength(1);
	expect(after.comfy.runs[0]?.context.resume).toEqual(remote);
	expect(after.draft.runs[0]?.context.resume).toBeUndefined();
	expect(after.draft.runs[0]?.input.tracksJson).toBe(before.draft.runs[0]?.input.tracksJson);
	expect(states(after.manager)).toEqual(['running', 'queued', 'queued']);
	after.comfy.runs[0]!.end(done);
	await settle();
	expect(after.comfy.runs).toHaveLength(2);
});

test('a store that is full loses no video while the page is open', async () => {
	const storage: JobStorage = {
		...createMemoryJobStorage(),
		putVideo: () => Promise.reject(new Error('QuotaExceededError')),
	};
	let told = 0;
	const { draft, manager } = world(storage, () => told++);
	const id = manager.submit({ engine: 'draft', document });
	await settle();
	draft.runs[0]!.end(done);
	await settle();
	expect(states(manager)).toEqual(['done']);
	expect(await manager.getVideo(id)).toEqual(Uint8Array.of(1, 2, 3));
	expect(told).toBe(1);
});

test('an exception of an engine is a failed job, and the next one runs', async () => {
	const { draft, manager } = world();
	manager.submit({ engine: 'draft', document });
	manager.submit({
		engine: 'draft',
		document,
		startFrame: () => Promise.reject(new Error('picture is gone')),
	});
	await settle();
	draft.runs[0]!.fail(new Error('boom'));
	await settle();
	expect(manager.getJobs()[0]?.error).toEqual({ kind: 'internal', detail: 'boom' });
	const second = draft.runs[1]!;
	await second.input.startFrame().catch((cause: unknown) => second.fail(cause));
	await settle();
	expect(manager.getJobs()[1]?.error).toEqual({ kind: 'image', detail: 'picture is gone' });
});

test('an answer out of the cache names the earlier run', async () => {
	const { comfy, manager } = world();
	const fixed = { ...document, shot: { ...document.shot, newSeedEachTime: false } };
	manager.submit({ engine: 'comfy', document: fixed });
	await settle();
	comfy.runs[0]!.end(done);
	await settle();
	manager.submit({ engine: 'comfy', document: { ...fixed, name: 'Renamed' } });
	await settle();
	comfy.runs[1]!.end({ ...done, fromCache: true });
	await settle();
	expect(manager.getJobs()[1]).toMatchObject({ fromCache: true, sameAs: 1 });
});

test('waiting jobs change places, the one at work and those of the other engine do not', async () => {
	const { comfy, manager } = world();
	const [first, second, third] = [1, 2, 3].map(() => manager.submit({ engine: 'comfy', document }));
	const draft = manager.submit({ engine: 'draft', document });
	await settle();
	expect(manager.getWaiting('comfy')).toEqual([second, third]);
	manager.moveTo(third!, 0);
	manager.moveTo(first!, 1);
	manager.moveTo(draft, 0);
	expect(manager.getWaiting('comfy')).toEqual([third, second]);
	manager.moveTo(third!, 99);
	manager.moveTo(third!, -5);
	comfy.runs[0]!.end(done);
	await settle();
	expect(manager.getJobs().map((job) => [job.id, job.state])).toContainEqual([first, 'done']);
	expect(manager.getWaiting('comfy')).toEqual([second]);
	manager.dispose();
});

test('with a slot for each server two jobs of an engine run, the third waits for one to end', async () => {
	const comfy = handEngine('comfy');
	const manager = createJobManager({
		engines: [comfy],
		storage: createMemoryJobStorage(),
		now: () => 1,
		createId: () => `job${ids++}`,
		startFrame: async () => frame,
		slots: () => 2,
	});
	for (let i = 0; i < 3; i++) manager.submit({ engine: 'comfy', document });
	await settle();
	expect(comfy.runs).toHaveLength(2);
	comfy.runs[1]!.end(done);
	await settle();
	expect(comfy.runs).toHaveLength(3);
	manager.dispose();
});

test('while a server works on ours, one more waits there; drafts and the rest wait here', async () => {
	const { comfy, draft, manager } = world();
	for (let i = 0; i < 3; i++) {
		manager.submit({ engine: 'comfy', document });
		manager.submit({ engine: 'draft', document });
	}
	await settle();
	const remote = { serverId: 'gpu', promptId: 'p', clientId: 'c' };
	await comfy.runs[0]!.context.emit({ type: 'remote', remote });
	await settle();
	expect(comfy.runs).toHaveLength(1);
	for (const { runs } of [comfy, draft])
		await runs[0]!.context.emit({ type: 'state', state: 'running' });
	await settle();
	expect([comfy.runs.length, draft.runs.length]).toEqual([2, 1]);
	expect(manager.getWaiting('comfy')).toHaveLength(1);
	comfy.runs[0]!.end(done);
	await settle();
	expect(comfy.runs).toHaveLength(2);
	await comfy.runs[1]!.context.emit({ type: 'remote', remote: { ...remote, promptId: 'q' } });
	await comfy.runs[1]!.context.emit({ type: 'state', state: 'running' });
	await settle();
	expect(comfy.runs).toHaveLength(3);
	manager.dispose();
});
