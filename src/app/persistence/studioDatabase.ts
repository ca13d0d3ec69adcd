import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { WanDocument } from '#core/document/document.ts';
import type { WorkflowRecord } from '#generation/workflow/workflowRecord.ts';
import type { JobRecord, JobStorage } from '#jobs/job.ts';

/** A start image kept by its hash, as the person gave it. */
export interface StoredImage {
	readonly sha256: string;
	readonly bytes: Uint8Array;
	readonly mediaType: string;
}

interface StudioSchema extends DBSchema {
	/** The document being edited, under the key `current`. */
	documents: { key: string; value: WanDocument };
	images: { key: string; value: StoredImage };
	jobs: { key: string; value: JobRecord };
	videos: { key: string; value: Uint8Array };
	/** Since version 2. */
	workflows: { key: string; value: WorkflowRecord };
}

/** Imported workflows, by id. */
export interface WorkflowStorage {
	list(): Promise<readonly WorkflowRecord[]>;
	get(id: string): Promise<WorkflowRecord | undefined>;
	put(record: WorkflowRecord): Promise<void>;
	remove(id: string): Promise<void>;
}

/** What the app keeps between visits. `isPersistent` is false when the browser refuses storage: then all lives in memory. */
export interface StudioDatabase {
	readonly isPersistent: boolean;
	loadDocument(): Promise<unknown>;
	saveDocument(document: WanDocument): Promise<void>;
	loadImage(sha256: string): Promise<StoredImage | undefined>;
	saveImage(image: StoredImage): Promise<void>;
	/** Forgets images that neither the open document nor a job uses. */
	dropImagesExcept(sha256s: ReadonlySet<string>): Promise<void>;
	readonly jobs: JobStorage;
	readonly workflows: WorkflowStorage;
	close(): void;
}

/** Opens IndexedDB; in private mode or when storage is refused, a memory with the same face. */
export async function openStudioDatabase(): Promise<StudioDatabase> {
	try {
		return fromIndexedDb(await openIndexedDb());
	} catch {
		return createMemoryDatabase();
	}
}

function openIndexedDb() {
	return openDB<StudioSchema>('wan-ati-studio', 2, {
		upgrade(db, before) {
			if (before < 2) db.createObjectStore('workflows', { keyPath: 'id' });
			if (before >= 1) return;
			db.createObjectStore('documents');
			db.createObjectStore('images', { keyPath: 'sha256' });
			db.createObjectStore('jobs', { keyPath: 'id' });
			db.createObjectStore('videos');
		},
		blocking(_current, _blocked, event) {
			(event.target as IDBDatabase).close();
		},
	});
}

function fromIndexedDb(db: IDBPDatabase<StudioSchema>): StudioDatabase {
	return {
		isPersistent: true,
		loadDocument: () => db.get('documents', 'current'),
		saveDocument: async (document) => {
			await db.put('documents', document, 'current');
		},
		loadImage: (sha256) => db.get('images', sha256),
		saveImage: async (image) => {
			await db.put('images', image);
		},
		async dropImagesExcept(sha256s) {
			for (const key of await db.getAllKeys('images'))
				if (!sha256s.has(key)) await db.delete('images', key);
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

/** The same face without a disk; what it holds goes with the page. */
export function createMemoryDatabase(): StudioDatabase {
	let current: WanDocument | undefined;
	const images = new Map<string, StoredImage>();
	const records = new Map<string, JobRecord>();
	const videos = new Map<string, Uint8Array>();
	const workflows = new Map<string, WorkflowRecord>();
	return {
		isPersistent: false,
		loadDocument: async () => current,
		saveDocument: async (document) => {
			current = document;
		},
		loadImage: async (sha256) => images.get(sha256),
		saveImage: async (image) => {
			images.set(image.sha256, image);
		},
		async dropImagesExcept(sha256s) {
			for (const key of [...images.keys()]) if (!sha256s.has(key)) images.delete(key);
		},
		jobs: {
			list: async () => [...records.values()],
			put: async (record) => {
				records.set(record.id, record);
			},
			putVideo: async (jobId, bytes) => {
				videos.set(jobId, bytes);
			},
			getVideo: async (jobId) => videos.get(jobId),
			async remove(jobId) {
				records.delete(jobId);
				videos.delete(jobId);
			},
		},
		workflows: {
			list: async () => [...workflows.values()],
			get: async (id) => workflows.get(id),
			put: async (record) => {
				workflows.set(record.id, record);
			},
			remove: async (id) => {
				workflows.delete(id);
			},
		},
		close: () => {},
	};
}
