import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { WorkflowRecord } from '#generation/workflow/workflowRecord.ts';
import type { JobRecord } from '#jobs/job.ts';
import {
	describeDocument,
	type ProjectInfo,
	type ProjectStorage,
	type ProjectThumb,
} from './projectRecord.ts';
import type { DatabaseClock, StoredImage, StudioDatabase } from './studioDatabase.ts';

interface StudioSchema extends DBSchema {
	/** By project id; before version 3 the one document, under the key `current`. */
	documents: { key: string; value: unknown };
	images: { key: string; value: StoredImage };
	jobs: { key: string; value: JobRecord };
	videos: { key: string; value: Uint8Array };
	/** Since version 2. */
	workflows: { key: string; value: WorkflowRecord };
	/** Since version 3: what the list shows, and the small pictures, by project id. */
	projects: { key: string; value: ProjectInfo };
	thumbs: { key: string; value: ProjectThumb };
}

type Names = ('documents' | 'images' | 'jobs' | 'videos' | 'workflows' | 'projects' | 'thumbs')[];

/** The database on disk; rejects when the browser refuses it. */
export async function openIndexedDatabase(clock: DatabaseClock): Promise<StudioDatabase> {
	const db = await openDB<StudioSchema>('wan-ati-studio', 3, {
		async upgrade(db, before, _after, transaction) {
			if (before < 1) {
				db.createObjectStore('documents');
				db.createObjectStore('images', { keyPath: 'sha256' });
				db.createObjectStore('jobs', { keyPath: 'id' });
				db.createObjectStore('videos');
			}
			if (before < 2) db.createObjectStore('workflows', { keyPath: 'id' });
			if (before >= 3) return;
			db.createObjectStore('projects', { keyPath: 'id' });
			db.createObjectStore('thumbs');
			if (before >= 1) await adoptCurrent(transaction, clock);
		},
		blocking(_current, _blocked, event) {
			(event.target as IDBDatabase).close();
		},
	});
	return fromIndexedDb(db, clock);
}

/** The one document of an earlier version becomes the first project, whatever it holds; all or nothing, as one transaction. */
async function adoptCurrent(
	transaction: IDBPTransaction<StudioSchema, Names, 'versionchange'>,
	{ now, createId }: DatabaseClock,
): Promise<void> {
	const documents = transaction.objectStore('documents');
	const document = await documents.get('current');
	if (document === undefined) return;
	const id = createId();
	await documents.put(document, id);
	await transaction
		.objectStore('projects')
		.put({ id, revision: createId(), savedAt: now(), ...describeDocument(document) });
	await documents.delete('current');
}

function fromIndexedDb(db: IDBPDatabase<StudioSchema>, clock: DatabaseClock): StudioDatabase {
	return {
		isPersistent: true,
		projects: projectsIn(db, clock),
		images: {
			get: (sha256) => db.get('images', sha256),
			put: async (image) => {
				await db.put('images', { ...image, keptAt: clock.now() });
			},
			async sweep(isUsed, olderThan) {
				for (const sha256 of await db.getAllKeys('images')) {
					if (isUsed(sha256)) continue;
					const image = await db.get('images', sha256);
					if (image && (image.keptAt ?? 0) < olderThan) await db.delete('images', sha256);
				}
			},
		},
		jobs: {
			list: () => db.getAll('jobs'),
			put: async (record) => {
				await db.put('jobs', record);
			},
			putVideo: async (jobId, bytes) => {
				await db.put('videos', bytes, jobId);
			},
			getVideo: (jobId) => db.get('videos', jobId),
			async remove(jobId) {
				const transaction = db.transaction(['jobs', 'videos'], 'readwrite');
				await Promise.all([
					transaction.objectStore('jobs').delete(jobId),
					transaction.objectStore('videos').delete(jobId),
					transaction.done,
				]);
			},
		},
		workflows: {
			list: () => db.getAll('workflows'),
			get: (id) => db.get('workflows', id),
			put: async (record) => {
				await db.put('workflows', record);
			},
			remove: (id) => db.delete('workflows', id),
		},
		close: () => db.close(),
	};
}

/** Reading the revision and writing are one transaction, so of two tabs one comes first and the other sees it. */
function projectsIn(
	db: IDBPDatabase<StudioSchema>,
	{ now, createId }: DatabaseClock,
): ProjectStorage {
	const stores: ('projects' | 'documents')[] = ['projects', 'documents'];
	return {
		async list() {
			const infos = await db.getAll('projects');
			return infos.sort((a, b) => b.savedAt - a.savedAt);
		},
		async load(id) {
			const transaction = db.transaction(stores);
			const [info, document] = await Promise.all([
				transaction.objectStore('projects').get(id),
				transaction.objectStore('documents').get(id),
			]);
			return info && { info, document };
		},
		async save(id, document, known) {
			const transaction = db.transaction(stores, 'readwrite');
			const projects = transaction.objectStore('projects');
			const before = await projects.get(id);
			if (before && before.revision !== known) return undefined;
			const info = { id, revision: createId(), savedAt: now(), ...describeDocument(document) };
			// The document first: when it cannot be written, nothing is.
			await transaction.objectStore('documents').put(document, id);
			await projects.put(info);
			await transaction.done;
			return info;
		},
		async restore({ info, document }) {
			const transaction = db.transaction(stores, 'readwrite');
			await transaction.objectStore('documents').put(document, info.id);
			await transaction.objectStore('projects').put(info);
			await transaction.done;
		},
		async remove(id) {
			const transaction = db.transaction(['projects', 'documents', 'thumbs'], 'readwrite');
			await Promise.all([
				transaction.objectStore('projects').delete(id),
				transaction.objectStore('documents').delete(id),
				transaction.objectStore('thumbs').delete(id),
				transaction.done,
			]);
		},
		getThumb: (id) => db.get('thumbs', id),
		putThumb: async (id, thumb) => {
			await db.put('thumbs', thumb, id);
		},
	};
}
