import type { EngineId } from './engine.ts';

/** Lets so many jobs of each engine run at a time, first come first served. */
export interface JobQueue {
	add(engine: EngineId, jobId: string): void;
	/** For a job that is under way already, on a server: starts at once; those that wait, wait for it too. */
	join(engine: EngineId, jobId: string): void;
	/** Takes a waiting job out; false when it is not waiting (it runs, or is unknown). */
	drop(jobId: string): boolean;
	/** Puts a waiting job at a place among those that wait with it, 0 the next to start; false when it is not waiting. */
	move(jobId: string, index: number): boolean;
	/** Those that wait, the next to start first. */
	waiting(engine: EngineId): readonly string[];
	/** No further job starts. */
	close(): void;
}

/**
 * @param start Runs a job; the next one of its engine starts when the promise settles. It must not reject.
 * @param slots Jobs of an engine that may run at a time, 1 or more; read when one may start. Default 1.
 */
export function createJobQueue(
	start: (jobId: string) => Promise<void>,
	slots: (engine: EngineId) => number = () => 1,
): JobQueue {
	const waiting = new Map<EngineId, string[]>();
	const busy = new Map<EngineId, number>();
	let closed = false;

	const begin = (engine: EngineId, jobId: string): void => {
		busy.set(engine, (busy.get(engine) ?? 0) + 1);
		void start(jobId).finally(() => {
			busy.set(engine, (busy.get(engine) ?? 1) - 1);
			next(engine);
		});
	};
	const next = (engine: EngineId): void => {
		while (!closed && (busy.get(engine) ?? 0) < slots(engine)) {
			const jobId = waiting.get(engine)?.shift();
			if (jobId === undefined) return;
			begin(engine, jobId);
		}
	};
	return {
		add: (engine, jobId) => {
			const list = waiting.get(engine) ?? [];
			list.push(jobId);
			waiting.set(engine, list);
			next(engine);
		},
		join: (engine, jobId) => {
			if (!closed) begin(engine, jobId);
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
		move: (jobId, index) => {
			for (const list of waiting.values()) {
				const from = list.indexOf(jobId);
				if (from < 0) continue;
				list.splice(from, 1);
				list.splice(Math.min(list.length, Math.max(0, index)), 0, jobId);
				return true;
			}
			return false;
		},
		waiting: (engine) => [...(waiting.get(engine) ?? [])],
		close: () => {
			closed = true;
		},
	};
}
