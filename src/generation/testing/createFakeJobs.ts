import { emptyDocument } from '#core/document/document.ts';
import type { JobManager } from '#jobs/createJobManager.ts';
import type { Job } from '#jobs/job.ts';

/** A job with what a test cares about; the rest is plain. Its id is `job` and its number. */
export const fakeJob = (patch: Partial<Job> & { readonly number: number }): Job => ({
	id: `job${patch.number}`,
	engine: 'comfy',
	document: emptyDocument,
	seed: 40,
	tracksJson: '[]',
	state: 'queued',
	phase: 'waiting',
	createdAt: 0,
	fraction: 0,
	...patch,
});

export interface FakeJobs extends JobManager {
	set(jobs: readonly Job[]): void;
	/** `cancel job1` ...: what was asked, in order. */
	readonly calls: readonly string[];
}

/** A manager that runs nothing: it shows what it is given and writes down what it is asked. For tests. */
export function createFakeJobs(
	initial: readonly Job[],
	videos: Readonly<Record<string, Uint8Array>> = {},
): FakeJobs {
	let all = initial;
	let jobs = initial;
	const set = (next: readonly Job[]): void => {
		all = next;
		jobs = next.filter(({ deletedAt }) => deletedAt === undefined);
		for (const listener of listeners) listener();
	};
	const listeners = new Set<() => void>();
	const calls: string[] = [];
	return {
		calls,
		set,
		getJobs: () => jobs,
		getDeleted: () => all.filter(({ deletedAt }) => deletedAt !== undefined),
		edit: (id, edit) => set(all.map((job) => (job.id === id ? { ...job, ...edit } : job))),
		subscribe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		getVideo: async (id) => videos[id],
		submit: () => '',
		cancel: (id) => void calls.push(`cancel ${id}`),
		retry: (id) => void calls.push(`retry ${id}`),
		remove: (id) => void calls.push(`remove ${id}`),
		putFirst: (id) => void calls.push(`first ${id}`),
		moveTo: (id, index) => void calls.push(`move ${id} ${index}`),
		getWaiting: (engine) =>
			jobs
				.filter((job) => job.engine === engine && job.state === 'queued' && job.phase === 'waiting')
				.map(({ id }) => id),
		resume: async () => undefined,
		dispose: () => undefined,
	};
}
