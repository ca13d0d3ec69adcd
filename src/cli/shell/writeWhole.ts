import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '#core/result.ts';
import type { CliMessages } from '#text/cliMessages.ts';
import type { Failure } from './ending.ts';
import { exitCodes } from './exitCodes.ts';

/** Says before any work whether a result could be written there. @returns what is in the way; undefined when nothing is. */
export async function checkTarget(path: string, text: CliMessages): Promise<Failure | undefined> {
	const refuse = (message: string): Failure => ({
		exitCode: exitCodes.usage,
		kind: 'notWritable',
		message,
		facts: { path },
	});
	try {
		const found = await stat(path).catch(() => undefined);
		if (found?.isDirectory()) return refuse(text.files.isFolder(path));
		// A device or a pipe would be replaced by a file.
		if (found && !found.isFile()) return refuse(text.files.notAFile(path));
		await access(dirname(path), constants.W_OK);
		return undefined;
	} catch (error) {
		const code = codeOf(error);
		return refuse(
			code === 'ENOENT' ? text.files.noFolder(path) : text.files.notWritable(path, code),
		);
	}
}

/**
 * Writes a file so that it is there whole or not at all: under another name beside it, then renamed. A file that has the
 * name already is replaced at that moment.
 */
export async function writeWhole(
	path: string,
	content: Uint8Array | string,
	text: CliMessages,
): Promise<Result<void, Failure>> {
	// Through a link: the file is replaced, not the link.
	const target = await realpath(path).catch(() => path);
	const part = join(
		dirname(target),
		`.${basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}.part`,
	);
	try {
		const file = await open(part, 'wx');
		try {
			await file.writeFile(content);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(part, target);
		return ok(undefined);
	} catch (error) {
		await rm(part, { force: true });
		return fail({
			exitCode: exitCodes.failed,
			kind: 'notWritable',
			message: text.files.notWritable(path, codeOf(error)),
			facts: { path },
		});
	}
}

export const codeOf = (error: unknown): string =>
	(error as NodeJS.ErrnoException | undefined)?.code ?? String(error);
