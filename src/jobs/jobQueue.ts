import type { EngineId } from './engine.ts';

/** Lets one job of each engine run at a time, first come first served. */
export interface JobQueue {
	add(engine: EngineId, jobId: string): void;
	/** Takes a waiting job out; false when it is not waiting (it runs, or is unknown). */
	drop(jobId: string): boolean;
	/** No further job starts. */
	close(): void;
}

/** @param start Runs a job; the next one of its engine starts when the promise settles. It must not reject. */
export function createJobQueue(start: (jobId: string) => Promise<void>): JobQueue {
	const waiting = new Map<EngineId, string[]>();
	const busy = new Set<EngineId>();
	let closed = false;

	const next = (engine: EngineId): void => {
		if (closed || busy.has(engine)) return;
		const jobId = waiting.get(engine)?.shift();
		if (jobId === undefined) return;
		busy.add(engine);
		void start(jobId).finally(() => {
			busy.delete(engine);
			next(engine);
		});
	};
	return {
		add: (engine, jobId) => {
			const list = waiting.get(engine) ?? [];
			list.push(jobId);
			waiting.set(engine, list);
			next(engine);
		},
		drop: (jobId) => {
			for (const list of waiting.values()) {
				const index = list.indexOf(jobId);
				if (index >= 0) {
					list.splice(index, 1);
					return true;
				}
			}
			return false;
		},
		close: () => {
			closed = true;
		},
	};
}
