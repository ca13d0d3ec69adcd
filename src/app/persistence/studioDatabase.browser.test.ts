import { deleteDB, openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { guessBinding } from '#comfy/binding/guessBinding.ts';
import { emptyDocument, type WanDocument } from '#core/document/document.ts';
import { openStudioDatabase } from './studioDatabase.ts';

const name = 'wan-ati-studio';
beforeEach(() => deleteDB(name));

let ids = 0;
const open = () => openStudioDatabase({ now: () => 1000 + ids, createId: () => `id${++ids}` });

const graph = { '3': { class_type: 'KSampler', inputs: { seed: 2n ** 64n - 1n } } };
const record = { id: 'abc', name: 'Mine', graph, binding: guessBinding(graph, new Map()) };
const image = { sha256: 'ff', bytes: Uint8Array.of(1, 2), mediaType: 'image/png' };
const named = (text: string): WanDocument => ({ ...emptyDocument, name: text });

/** The database as its first and second version left it. */
async function createOld(version: 1 | 2, current: unknown): Promise<void> {
	const old = await openDB(name, version, {
		upgrade(db) {
			db.createObjectStore('documents');
			db.createObjectStore('images', { keyPath: 'sha256' });
			db.createObjectStore('jobs', { keyPath: 'id' });
			db.createObjectStore('videos');
			if (version === 2) db.createObjectStore('workflows', { keyPath: 'id' });
		},
	});
	if (current !== undefined) await old.put('documents', current, 'current');
	await old.put('images', image);
	await old.put('videos', Uint8Array.of(3), 'job');
	if (version === 2) await old.put('workflows', record);
	old.close();
}

test.each([1, 2] as const)(
	'the one shot of version %i becomes the first project; pictures, videos and workflows stay',
	async (version) => {
		await createOld(version, named('Mine'));
		const database = await open();
		expect(database.isPersistent).toBe(true);
		const infos = await database.projects.list();
		expect(infos).toMatchObject([{ name: 'Mine', trackCount: 0, imageSha256: null }]);
		expect((await database.projects.load(infos[0]!.id))?.document).toEqual(named('Mine'));
		expect(await database.images.get('ff')).toEqual(image);
		expect(await database.jobs.getVideo('job')).toEqual(Uint8Array.of(3));
		expect(await database.workflows.list()).toEqual(version === 2 ? [record] : []);
		database.close();
		const again = await open();
		expect(await again.projects.list()).toEqual(infos);
		again.close();
	},
);

test('an old shot that no version can read is kept as it is', async () => {
	const odd = { name: 7, tracks: 'none', image: { sha256: 'ff' }, more: [1] };
	await createOld(2, odd);
	const database = await open();
	const [info] = await database.projects.list();
	expect(info).toMatchObject({ name: '', trackCount: 0, imageSha256: 'ff' });
	expect((await database.projects.load(info!.id))?.document).toEqual(odd);
	database.close();
});

test('an old database without a shot has no project', async () => {
	await createOld(1, undefined);
	const database = await open();
	expect(await database.projects.list()).toEqual([]);
	database.close();
});

test('of two tabs that read the same revision one writes, the other is refused', async () => {
	const [one, two] = [await open(), await open()];
	const first = await one.projects.save('p', named('a'), undefined);
	const results = await Promise.all([
		one.projects.save('p', named('b'), first!.revision),
		two.projects.save('p', named('c'), first!.revision),
	]);
	expect(results.filter((info) => info === undefined)).toHaveLength(1);
	const winner = results.find((info) => info !== undefined);
	expect((await two.projects.load('p'))?.info).toEqual(winner);
	expect(await two.projects.save('p', named('d'), undefined)).toBeUndefined();
	one.close();
	two.close();
});

test('a write that is broken off leaves the version before', async () => {
	const database = await open();
	const info = await database.projects.save('p', named('whole'), undefined);
	// What structured cloning refuses breaks the write between its two parts.
	const half = { ...named('half'), tracks: [() => undefined] } as unknown as WanDocument;
	await expect(database.projects.save('p', half, info!.revision)).rejects.toThrow();
	expect(await database.projects.load('p')).toEqual({ info, document: named('whole') });
	database.close();
});

test('a deleted project comes back whole, and one that is gone is written anew', async () => {
	const database = await open();
	const info = await database.projects.save('p', named('a'), undefined);
	const project = (await database.projects.load('p'))!;
	await database.projects.remove('p');
	expect(await database.projects.list()).toEqual([]);
	await database.projects.restore(project);
	expect(await database.projects.load('p')).toEqual(project);
	await database.projects.remove('p');
	expect(await database.projects.save('p', named('b'), info!.revision)).toMatchObject({
		name: 'b',
	});
	database.close();
});

test('the sweep takes old pictures that nobody claims, and no others', async () => {
	const database = await open();
	for (const sha256 of ['used', 'old', 'new']) await database.images.put({ ...image, sha256 });
	const kept = await database.images.get('new');
	await database.images.sweep((sha256) => sha256 === 'used', kept!.keptAt!);
	expect(await database.images.get('old')).toBeDefined();
	await database.images.sweep((sha256) => sha256 !== 'old', kept!.keptAt! + 1);
	expect(await database.images.get('used')).toBeDefined();
	expect(await database.images.get('new')).toBeDefined();
	expect(await database.images.get('old')).toBeUndefined();
	database.close();
});

test('a workflow is found again after the page, its big numbers exact, until it is removed', async () => {
	const first = await open();
	await first.workflows.put(record);
	first.close();
	const second = await open();
	expect(await second.workflows.get('abc')).toEqual(record);
	await second.workflows.remove('abc');
	expect(await second.workflows.list()).toEqual([]);
	second.close();
});
