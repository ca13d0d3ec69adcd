import { deleteDB, openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { guessBinding } from '#comfy/binding/guessBinding.ts';
import { emptyDocument } from '#core/document/document.ts';
import { openStudioDatabase } from './studioDatabase.ts';

const name = 'wan-ati-studio';
beforeEach(() => deleteDB(name));

const graph = { '3': { class_type: 'KSampler', inputs: { seed: 2n ** 64n - 1n } } };
const record = { id: 'abc', name: 'Mine', graph, binding: guessBinding(graph, new Map()) };

test('a database from before workflows keeps all it had, and takes workflows', async () => {
	const old = await openDB(name, 1, {
		upgrade(db) {
			db.createObjectStore('documents');
			db.createObjectStore('images', { keyPath: 'sha256' });
			db.createObjectStore('jobs', { keyPath: 'id' });
			db.createObjectStore('videos');
		},
	});
	const image = { sha256: 'ff', bytes: Uint8Array.of(1, 2), mediaType: 'image/png' };
	await old.put('documents', emptyDocument, 'current');
	await old.put('images', image);
	await old.put('videos', Uint8Array.of(3), 'job');
	old.close();

	const database = await openStudioDatabase();
	expect(database.isPersistent).toBe(true);
	expect(await database.loadDocument()).toEqual(emptyDocument);
	expect(await database.loadImage('ff')).toEqual(image);
	expect(await database.jobs.getVideo('job')).toEqual(Uint8Array.of(3));
	expect(await database.workflows.list()).toEqual([]);
	await database.workflows.put(record);
	database.close();
});

test('a workflow is found again after the page, its big numbers exact, until it is removed', async () => {
	const first = await openStudioDatabase();
	await first.workflows.put(record);
	first.close();
	const second = await openStudioDatabase();
	expect(await second.workflows.get('abc')).toEqual(record);
	await second.workflows.remove('abc');
	expect(await second.workflows.list()).toEqual([]);
	second.close();
});
