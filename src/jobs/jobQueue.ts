import type { EngineId } from './engine.ts';

/** Lets so many jobs of each engine go at a time, first come first served. */
export interface JobQueue {
	add(engine: EngineId, jobId: string): void;
	/** For a job that is under way already, on a server: starts at once; those that wait, wait for it too. */
	join(engine: EngineId, jobId: string): void;
	/** Takes a waiting job out; false when it is not waiting (it runs, or is unknown). */
	drop(jobId: string): boolean;
	/** Puts a waiting job at a place among those that wait with it, 0 the next to start; false when it is not waiting. */
	move(jobId: string, index: number): boolean;
	/**
	 * A server works on this job: one more of its engine may be sent to wait there, so that the server need not wait for us
	 * between two. The rest waits here, where it can change places.
	 */
	atWork(jobId: string): void;
	/** Those that wait, the next to start first. */
	waiting(engine: EngineId): readonly string[];
	/** No further job starts. */
	close(): void;
}

/**
 * @param start Runs a job; the next one of its engine starts when the promise settles. It must not reject.
 * @param slots Jobs of an engine that may be under way and not at work yet, 1 or more; as many again may be at work. Read when
 *   one may start. Default 1.
 */
export function createJobQueue(
	start: (jobId: string) => Promise<void>,
	slots: (engine: EngineId) => number = () => 1,
): JobQueue {
	const waiting = new Map<EngineId, string[]>();
	/** Jobs under way, and whether a server works on them. */
	const busy = new Map<EngineId, Map<string, boolean>>();
	let closed = false;

	const begin = (engine: EngineId, jobId: string): void => {
		const begun = busy.get(engine) ?? new Map<string, boolean>();
		busy.set(engine, begun.set(jobId, false));
		void start(jobId).finally(() => {
			begun.delete(jobId);
			next(engine);
		});
	};
	const hasRoom = (engine: EngineId): boolean => {
		const begun = [...(busy.get(engine)?.values() ?? [])];
		const most = slots(engine);
		return begun.filter((isAtWork) => !isAtWork).length < most && begun.length < 2 * most;
	};
	const next = (engine: EngineId): void => {
		while (!closed && hasRoom(engine)) {
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
		atWork: (jobId) => {
			for (const [engine, begun] of busy) {
				if (begun.get(jobId) !== false) continue;
				begun.set(jobId, true);
				next(engine);
			}
		},
		waiting: (engine) => [...(waiting.get(engine) ?? [])],
		close: () => {
			closed = true;
		},
	};
}
