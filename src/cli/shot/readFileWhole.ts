import { readFile, stat } from 'node:fs/promises';
import { fail, ok, type Result } from '#core/result.ts';
import type { CliMessages } from '#text/cliMessages.ts';
import type { Failure } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { codeOf } from '../shell/writeWhole.ts';

/** A file that a person named. @param limitBytes It is not read beyond. */
export async function readFileWhole(
	path: string,
	limitBytes: number,
	text: CliMessages,
): Promise<Result<Uint8Array, Failure>> {
	const refuse = (kind: string, message: string): Result<never, Failure> =>
		fail({ exitCode: exitCodes.invalid, kind, message, facts: { file: path } });
	try {
		const { size } = await stat(path);
		if (size > limitBytes)
			return refuse('tooLong', text.files.tooLarge(path, Math.round(size / 1e6)));
		return ok(new Uint8Array(await readFile(path)));
	} catch (error) {
		return refuse('unreadable', text.files.unreadable(path, codeOf(error)));
	}
}
