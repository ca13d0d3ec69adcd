import type { Job, JobRecord, JobStorage } from '../job.ts';
import { idleJob, recordOf } from '../jobTransitions.ts';

/** All jobs as this tab knows them: shown to who listens, written to the store one after the other. */
export interface JobBook {
	get(id: string): Job | undefined;
	has(id: string): boolean;
	/** Takes a job in its new state and tells who listens. */
	put(job: Job): void;
	/** Takes many and tells once. */
	putAll(jobs: readonly Job[]): void;
	drop(id: string): void;
	/** By number, oldest first, without the deleted. The same array until something changes. */
	all(): readonly Job[];
	/** Those that can still be taken back. */
	deleted(): readonly Job[];
	/** Counts up, deleted ones too. */
	nextNumber(): number;
	/** Tells who listens that something about the jobs has changed. */
	publish(): void;
	subscribe(listener: () => void): () => void;
	/** Stores a job as it is now, unless it is forgotten meanwhile. */
	store(job: Job): Promise<void>;
	/** Stores a finished video; until it is stored, and for good when it cannot be, it is kept here. */
	storeVideo(id: string, bytes: Uint8Array): Promise<void>;
	getVideo(id: string): Promise<Uint8Array | undefined>;
	/** Forgets what is stored of a job. */
	forget(id: string): Promise<void>;
	/** All writes asked for so far have ended, well or not. */
	written(): Promise<void>;
	/** What is stored; nothing when the store cannot be read. */
	stored(): Promise<readonly JobRecord[]>;
	/** A job as it is in the store; undefined: not there, or the store does not answer. */
	storedJob(id: string): Promise<Job | undefined>;
	dispose(): void;
}

/** @param onStorageError A record or a video could not be stored (quota, private mode); the job goes on. */
export function createJobBook(
	storage: JobStorage,
	onStorageError: (cause: unknown) => void,
): JobBook {
	const jobs = new Map<string, Job>();
	/** Videos that could not be stored, until the page closes. */
	const unstored = new Map<string, Uint8Array>();
	const listeners = new Set<() => void>();
	let snapshot: readonly Job[] = [];
	let writes: Promise<void> = Promise.resolve();

	const publish = (): void => {
		snapshot = [...jobs.values()].filter(isKept).sort((a, b) => a.number - b.number);
		for (const listener of listeners) listener();
	};
	/** One write after the other, so that an older record never lands on a newer one. */
	const write = (work: () => Promise<void>): Promise<void> => {
		writes = writes.then(work).catch(onStorageError);
		return writes;
	};
	return {
		get: (id) => jobs.get(id),
		has: (id) => jobs.has(id),
		put(job) {
			jobs.set(job.id, job);
			publish();
		},
		putAll(all) {
			for (const job of all) jobs.set(job.id, job);
			publish();
		},
		drop(id) {
			unstored.delete(id);
			jobs.delete(id);
			publish();
		},
		all: () => snapshot,
		deleted: () => [...jobs.values()].filter((job) => !isKept(job)),
		nextNumber: () => Math.max(0, ...[...jobs.values()].map(({ number }) => number)) + 1,
		publish,
		subscribe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		store(job) {
			const record = recordOf(job);
			return write(async () => {
				if (jobs.has(record.id)) await storage.put(record);
			});
		},
		storeVideo(id, bytes) {
			unstored.set(id, bytes);
			return write(async () => {
				await storage.putVideo(id, bytes);
				unstored.delete(id);
			});
		},
		async getVideo(id) {
			try {
				return unstored.get(id) ?? (await storage.getVideo(id));
			} catch {
				return undefined;
			}
		},
		forget: (id) => write(() => storage.remove(id)),
		written: () => writes,
		async stored() {
			try {
				return await storage.list();
			} catch (cause) {
				onStorageError(cause);
				return [];
			}
		},
		async storedJob(id) {
			try {
				const record = (await storage.list()).find((stored) => stored.id === id);
				return record && idleJob(record);
			} catch {
				return undefined;
			}
		},
		dispose: () => listeners.clear(),
	};
}

const isKept = ({ deletedAt }: Job): boolean => deletedAt === undefined;
