import { oneLabel } from './redact.ts';

/** From most to least telling. */
export const logLevels = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** One line of a run log. Texts are redacted when the log takes them. */
export interface LogEntry {
	/** Ms since the epoch. */
	readonly time: number;
	readonly level: LogLevel;
	/** Absent: belongs to no job, as what `serve` passes on. */
	readonly jobId?: string;
	/** Where the job was: `uploading`, `running` ...; after its end the end: `done`, `failed`. */
	readonly phase?: string;
	/** Title or class of the node at work, the server's text. */
	readonly node?: string;
	/** Status of an answer; absent where there was none. */
	readonly httpStatus?: number;
	readonly message: string;
}

/** Whether a level is at least as telling as another. */
export const reaches = (level: LogLevel, threshold: LogLevel): boolean =>
	logLevels.indexOf(level) <= logLevels.indexOf(threshold);

/** `2026-11-24T23:30:00.123Z info  running [KSampler] 200 GET http://...`: one line, whatever the texts hold. */
export function formatLogEntry(entry: LogEntry): string {
	const { time, level, phase, node, httpStatus, message } = entry;
	return [
		new Date(time).toISOString(),
		level.padEnd(5),
		phase ?? '-',
		...(node === undefined ? [] : [`[${oneLabel(node)}]`]),
		...(httpStatus === undefined ? [] : [String(httpStatus)]),
		message,
	]
		.join(' ')
		.replaceAll(/\s*[\r\n]+\s*/g, ' | ');
}
