import { formatLogEntry, type LogEntry } from './logEntry.ts';
import { oneLabel, redact } from './redact.ts';

export interface RunLog {
	/** Takes a line: redacted, its message cut at 8 000 characters. The oldest lines go when it is full. */
	add(entry: LogEntry): void;
	/** Puts lines of an earlier visit before all that were taken since; they were redacted when they were taken. */
	restore(earlier: readonly LogEntry[]): void;
	/** Oldest first; of one job, or all. */
	entries(jobId?: string): readonly LogEntry[];
	/** The same as text, one line an entry: what is copied and reported. */
	text(jobId?: string): string;
	/** Forgets a job's lines. */
	remove(jobId: string): void;
	/** Told of each line after it was taken; returns the way out. */
	subscribe(listener: (entry: LogEntry) => void): () => void;
	/** Bytes that the lines take as JSON in UTF-8. */
	bytes(): number;
}

const longestMessage = 8_000;

/**
 * A log in memory that keeps the newest lines of all jobs within a bound, so that it can run for ever.
 * @param maxBytes As JSON in UTF-8; one line more than fits is never kept. Default 1 000 000.
 * Cost of `add`: O(1) on average.
 */
export function createRunLog({
	maxBytes = 1_000_000,
}: {
	readonly maxBytes?: number;
} = {}): RunLog {
	let lines: { readonly entry: LogEntry; readonly size: number }[] = [];
	/** Lines before it are gone; the array is cut when half of it is. */
	let first = 0;
	let total = 0;
	const listeners = new Set<(entry: LogEntry) => void>();

	const kept = () => lines.slice(first).map(({ entry }) => entry);
	const entries = (jobId?: string): readonly LogEntry[] =>
		jobId === undefined ? kept() : kept().filter((entry) => entry.jobId === jobId);

	const sized = (entry: LogEntry) => ({ entry, size: utf8Length(JSON.stringify(entry)) + 1 });
	const trim = (): void => {
		while (total > maxBytes && first < lines.length) total -= lines[first++]!.size;
	};
	return {
		restore(earlier) {
			lines = [...earlier.map(sized), ...lines.slice(first)];
			first = 0;
			total = lines.reduce((sum, { size }) => sum + size, 0);
			trim();
		},
		add(raw) {
			const line = sized(clean(raw));
			const { entry } = line;
			lines.push(line);
			total += line.size;
			trim();
			if (first > 64 && first * 2 > lines.length) {
				lines = lines.slice(first);
				first = 0;
			}
			for (const listener of [...listeners]) listener(entry);
		},
		entries,
		text: (jobId) =>
			entries(jobId)
				.map((entry) => `${formatLogEntry(entry)}\n`)
				.join(''),
		remove(jobId) {
			lines = lines.slice(first).filter(({ entry }) => entry.jobId !== jobId);
			first = 0;
			total = lines.reduce((sum, { size }) => sum + size, 0);
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		bytes: () => total,
	};
}

function clean(entry: LogEntry): LogEntry {
	const message =
		entry.message.length > longestMessage
			? `${entry.message.slice(0, longestMessage)}…`
			: entry.message;
	return {
		...entry,
		message: redact(message),
		...(entry.node === undefined ? {} : { node: redact(oneLabel(entry.node)) }),
	};
}

function utf8Length(text: string): number {
	let bytes = 0;
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	}
	return bytes;
}
