import { type Command, Option } from 'commander';
import {
	formatLogEntry,
	type LogEntry,
	type LogLevel,
	logLevels,
	reaches,
} from '#jobs/runLog/logEntry.ts';

export interface LogFlags {
	readonly logLevel?: LogLevel;
	readonly logJson?: boolean;
}

/** `--log-level` and `--log-json`, alike for every command that speaks to a server. */
export const addLogOptions = (command: Command): Command =>
	command
		.addOption(
			new Option('--log-level <level>', 'write the run log on stderr, down to this level').choices(
				logLevels,
			),
		)
		.option('--log-json', 'write it as JSON, one line an entry (level info unless told)');

/** Writes the lines that the flags ask for; tokens and folders are out of them already. */
export function logPrinter(
	{ logLevel, logJson = false }: LogFlags,
	writeLine: (line: string) => void,
): (entry: LogEntry) => void {
	const threshold = logLevel ?? (logJson ? 'info' : undefined);
	if (threshold === undefined) return () => undefined;
	return (entry) => {
		if (!reaches(entry.level, threshold)) return;
		writeLine(logJson ? JSON.stringify(entry) : formatLogEntry(entry));
	};
}
