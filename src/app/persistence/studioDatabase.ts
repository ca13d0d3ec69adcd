import type { WorkflowRecord } from '#generation/workflow/workflowRecord.ts';
import type { JobStorage } from '#jobs/job.ts';
import { openIndexedDatabase } from './openIndexedDatabase.ts';
import type { ProjectStorage } from './projectRecord.ts';

/** A start image kept by its hash, as the person gave it. */
export interface StoredImage {
	readonly sha256: string;
	readonly bytes: Uint8Array;
	readonly mediaType: string;
	/** When it was kept last, ms since the epoch; absent: by an earlier version. */
	readonly keptAt?: number;
}

/** Imported workflows, by id. */
export interface WorkflowStorage {
	list(): Promise<readonly WorkflowRecord[]>;
	get(id: string): Promise<WorkflowRecord | undefined>;
	put(record: WorkflowRecord): Promise<void>;
	remove(id: string): Promise<void>;
}

/** Start images, by fingerprint. */
export interface ImageStorage {
	get(sha256: string): Promise<StoredImage | undefined>;
	put(image: StoredImage): Promise<void>;
	/** Forgets the images that `isUsed` does not claim and that were kept before `olderThan`, ms since the epoch. */
	sweep(isUsed: (sha256: string) => boolean, olderThan: number): Promise<void>;
}

/** What the app keeps between visits. `isPersistent` is false when the browser refuses storage: then all lives in memory. */
export interface StudioDatabase {
	readonly isPersistent: boolean;
	readonly projects: ProjectStorage;
	readonly images: ImageStorage;
	readonly jobs: JobStorage;
	readonly workflows: WorkflowStorage;
	close(): void;
}

export interface DatabaseClock {
	/** ms since the epoch. */
	readonly now: () => number;
	/** Each call a new one. */
	readonly createId: () => string;
}

/** Opens IndexedDB; in private mode or when storage is refused, a memory with the same face. */
export async function openStudioDatabase(clock: DatabaseClock): Promise<StudioDatabase> {
	try {
		return await openIndexedDatabase(clock);
	} catch {
		const { createMemoryDatabase } = await import('./createMemoryDatabase.ts');
		return createMemoryDatabase(clock);
	}
}
