import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { RunLogStorage } from '#jobs/runLog/keepRunLog.ts';
import type { LogEntry } from '#jobs/runLog/logEntry.ts';

interface LogSchema extends DBSchema {
	/** In the order in which they were noted, by all tabs. */
	lines: { key: number; value: LogEntry; indexes: { job: string } };
}

/**
 * Lines of the run log in a database of their own, so that what a person made never waits for them. It is opened when first
 * asked; where the browser refuses, each call rejects.
 */
export function createRunLogStorage(): RunLogStorage {
	let opened: Promise<IDBPDatabase<LogSchema>> | undefined;
	const open = () => {
		opened ??= openDB<LogSchema>('wan-ati-log', 1, {
			upgrade(db) {
				db.createObjectStore('lines', { autoIncrement: true }).createIndex('job', 'jobId');
			},
		});
		return opened;
	};
	return {
		load: async () => (await open()).getAll('lines'),
		async append(entries) {
			const transaction = (await open()).transaction('lines', 'readwrite');
			await Promise.all(entries.map((entry) => transaction.store.add(entry)));
			await transaction.done;
		},
		async remove(jobId) {
			const db = await open();
			const keys = await db.getAllKeysFromIndex('lines', 'job', jobId);
			const transaction = db.transaction('lines', 'readwrite');
			await Promise.all(keys.map((key) => transaction.store.delete(key)));
			await transaction.done;
		},
		async keepNewest(count) {
			const db = await open();
			const keys = await db.getAllKeys('lines');
			const last = keys[keys.length - count - 1];
			if (last !== undefined) await db.delete('lines', IDBKeyRange.upperBound(last));
		},
	};
}
