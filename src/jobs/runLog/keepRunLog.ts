import type { ComfyPlatform, TimerHandle } from '#comfy/transport/platform.ts';
import type { RunLog } from './createRunLog.ts';
import type { LogEntry } from './logEntry.ts';

/** Where lines stay between visits; IndexedDB in the app. */
export interface RunLogStorage {
	/** Oldest first. */
	load(): Promise<readonly LogEntry[]>;
	append(entries: readonly LogEntry[]): Promise<void>;
	/** Forgets a job's lines. */
	remove(jobId: string): Promise<void>;
	/** Forgets all but the newest so many. */
	keepNewest(count: number): Promise<void>;
}

export interface KeptRunLog extends RunLog {
	/** Writes what waits, now (the page is going). Never rejects. */
	flush(): Promise<void>;
}

const flushMs = 300;
/** So many lines are written between two looks at what is stored too much. */
const trimEvery = 2_000;

/**
 * The same log, kept: what was stored comes before what is noted now, and each line is stored soon after it was taken. A
 * store that fails costs the lines of earlier visits, nothing else.
 */
export function keepRunLog(
	log: RunLog,
	storage: RunLogStorage,
	platform: Pick<ComfyPlatform, 'setTimeout' | 'clearTimeout'>,
): KeptRunLog {
	let waiting: LogEntry[] = [];
	let timer: TimerHandle | undefined;
	let sinceTrim = trimEvery;
	let work: Promise<void> = storage.load().then(
		(entries) => log.restore(entries),
		() => undefined,
	);
	const then = (next: () => Promise<void>): Promise<void> => {
		work = work.then(next).catch(() => undefined);
		return work;
	};
	const flush = (): Promise<void> => {
		platform.clearTimeout(timer);
		timer = undefined;
		return then(async () => {
			const lines = waiting;
			if (lines.length === 0) return;
			waiting = [];
			await storage.append(lines);
			sinceTrim += lines.length;
			if (sinceTrim < trimEvery) return;
			sinceTrim = 0;
			await storage.keepNewest(log.entries().length);
		});
	};
	log.subscribe((entry) => {
		waiting.push(entry);
		timer ??= platform.setTimeout(() => void flush(), flushMs);
	});
	return {
		...log,
		flush,
		remove(jobId) {
			log.remove(jobId);
			waiting = waiting.filter((entry) => entry.jobId !== jobId);
			void then(() => storage.remove(jobId));
		},
	};
}
