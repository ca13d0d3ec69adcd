import { type DBSchema, openDB } from 'idb';
import type { Report } from '#metrics/report/report.ts';

/** A report and the video that it is of. */
export interface StoredReport {
	readonly jobId: string;
	/** When that video was finished, ms since the epoch: one made again has another. */
	readonly finishedAt: number;
	readonly report: Report;
}

/** What is kept beside a job between visits. */
export interface ResultDatabase {
	getReport(jobId: string): Promise<StoredReport | undefined>;
	putReport(stored: StoredReport): Promise<void>;
	/** Ids of the jobs that have a report. */
	listReported(): Promise<readonly string[]>;
	/** Forgets all that is kept beside a job. */
	remove(jobId: string): Promise<void>;
	close(): void;
}

interface ResultSchema extends DBSchema {
	reports: { key: string; value: StoredReport };
}

/**
 * A database of its own, opened when the first result is there: the one with the shots is waited for by the drawing.
 * In private mode, or when storage is refused, a memory with the same face.
 */
export async function openResultDatabase(): Promise<ResultDatabase> {
	try {
		const db = await openDB<ResultSchema>('wan-ati-results', 1, {
			upgrade(database) {
				database.createObjectStore('reports', { keyPath: 'jobId' });
			},
			blocking(_current, _blocked, event) {
				(event.target as IDBDatabase).close();
			},
		});
		return {
			getReport: (jobId) => db.get('reports', jobId),
			putReport: async (stored) => void (await db.put('reports', stored)),
			listReported: () => db.getAllKeys('reports'),
			remove: (jobId) => db.delete('reports', jobId),
			close: () => db.close(),
		};
	} catch {
		return createMemoryResults();
	}
}

export function createMemoryResults(): ResultDatabase {
	const reports = new Map<string, StoredReport>();
	return {
		getReport: async (jobId) => reports.get(jobId),
		putReport: async (stored) => void reports.set(stored.jobId, stored),
		listReported: async () => [...reports.keys()],
		remove: async (jobId) => void reports.delete(jobId),
		close: () => reports.clear(),
	};
}
