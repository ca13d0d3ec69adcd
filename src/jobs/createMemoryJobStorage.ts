import type { JobRecord, JobStorage } from './job.ts';

/** Jobs and videos in memory: for tests, for the command line, and for a browser that allows no storage. */
export function createMemoryJobStorage(): JobStorage {
	const records = new Map<string, JobRecord>();
	const videos = new Map<string, Uint8Array>();
	return {
		list: async () => [...records.values()],
		put: async (record) => void records.set(record.id, record),
		putVideo: async (jobId, bytes) => void videos.set(jobId, bytes),
		getVideo: async (jobId) => videos.get(jobId),
		remove: async (jobId) => {
			records.delete(jobId);
			videos.delete(jobId);
		},
	};
}
