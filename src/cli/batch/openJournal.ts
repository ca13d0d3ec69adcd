import { open, readFile, rm } from 'node:fs/promises';
import { fail, ok, type Result } from '#core/result.ts';
import {
	type JobMemory,
	type JournalEntry,
	journalLine,
	readJournal,
} from '#jobs/batch/batchJournal.ts';
import type { CliMessages } from '#text/cliMessages.ts';
import type { Failure } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { codeOf } from '../shell/writeWhole.ts';

/** The journal of jobs, open; one process at a time. */
export interface Journal {
	readonly path: string;
	/** What earlier processes wrote. */
	readonly memory: ReadonlyMap<string, JobMemory>;
	/** What it held before it was begun anew. */
	readonly forgotten: ReadonlyMap<string, JobMemory>;
	/** On the disk when it resolves. */
	append(entry: JournalEntry): Promise<void>;
	close(): Promise<void>;
	/** Nothing in it is needed any more. */
	remove(): Promise<void>;
}

/**
 * Opens the journal at a path, made when there is none.
 * @param fresh What is in it is forgotten.
 */
export async function openJournal(
	path: string,
	fresh: boolean,
	text: CliMessages,
): Promise<Result<Journal, Failure>> {
	const lock = `${path}.lock`;
	try {
		const holder = await takeLock(lock);
		if (holder !== undefined)
			return fail({
				exitCode: exitCodes.failed,
				kind: 'busy',
				message: text.batch.busy(path, holder),
				facts: { path },
			});
		const before = await readFile(path, 'utf8').catch(() => '');
		const file = await open(path, fresh ? 'w' : 'a');
		// A torn last line must not swallow the next entry.
		if (!fresh && before !== '' && !before.endsWith('\n')) await file.appendFile('\n');
		let writes: Promise<void> = Promise.resolve();
		const close = async (): Promise<void> => {
			await writes.catch(() => undefined);
			await file.close();
			await rm(lock, { force: true });
		};
		return ok({
			path,
			memory: readJournal(fresh ? '' : before),
			forgotten: readJournal(fresh ? before : ''),
			append(entry) {
				const write = writes
					.catch(() => undefined)
					.then(async () => {
						await file.appendFile(journalLine(entry));
						await file.datasync();
					});
				writes = write;
				return write;
			},
			close,
			async remove() {
				await close();
				await rm(path, { force: true });
			},
		});
	} catch (error) {
		await rm(lock, { force: true });
		return fail({
			exitCode: exitCodes.usage,
			kind: 'notWritable',
			message: text.files.notWritable(path, codeOf(error)),
			facts: { path },
		});
	}
}

/** @returns the process that has it; undefined: it is ours. A lock whose process is gone is taken over. */
async function takeLock(path: string): Promise<number | undefined> {
	for (let attempt = 0; ; attempt++) {
		try {
			const file = await open(path, 'wx');
			await file.writeFile(String(process.pid));
			await file.close();
			return undefined;
		} catch (error) {
			if (codeOf(error) !== 'EEXIST' || attempt > 3) throw error;
			const holder = Number(await readFile(path, 'utf8').catch(() => ''));
			if (isAlive(holder)) return holder;
			await rm(path, { force: true });
		}
	}
}

function isAlive(pid: number): boolean {
	if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return codeOf(error) === 'EPERM';
	}
}
