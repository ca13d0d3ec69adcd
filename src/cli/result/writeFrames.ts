import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '#core/result.ts';
import { decodeVideo } from '#media/node/decodeVideo.ts';
import { encodePicture } from '#media/node/pictures.ts';
import type { CliMessages } from '#text/cliMessages.ts';
import type { Failure } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { codeOf } from '../shell/writeWhole.ts';

const frameName = /^frame-\d+\.png$/;

/** Whether a folder may be filled with frames: it is not there, is empty, or holds frames from before, which are replaced. */
export async function checkFrames(folder: string, text: CliMessages): Promise<Failure | undefined> {
	const refuse = (message: string): Failure => ({
		exitCode: exitCodes.usage,
		kind: 'notWritable',
		message,
		facts: { path: folder },
	});
	try {
		const names = await readdir(folder);
		return names.every((name) => frameName.test(name))
			? undefined
			: refuse(text.result.framesNotEmpty(folder));
	} catch (error) {
		const code = codeOf(error);
		return code === 'ENOENT' ? undefined : refuse(text.files.notWritable(folder, code));
	}
}

/**
 * Writes each frame of a video as `frame-0000.png` ..., counted from 0. The folder is there whole or not at all: it is filled
 * under another name. @returns how many.
 */
export async function writeFrames(
	folder: string,
	video: Uint8Array,
	text: CliMessages,
): Promise<Result<number, Failure>> {
	const part = join(dirname(folder), `.${basename(folder)}.${randomBytes(6).toString('hex')}.part`);
	const refuse = (kind: string, message: string): Result<never, Failure> =>
		fail({ exitCode: exitCodes.failed, kind, message, facts: { path: folder } });
	try {
		await mkdir(part, { recursive: true });
		let count = 0;
		for await (const { rgba, width, height, index } of decodeVideo(video)) {
			const png = await encodePicture({ rgba, width, height }, 'png');
			if (!png.ok) return refuse('missingPackage', png.error);
			await writeFile(join(part, `frame-${String(index).padStart(4, '0')}.png`), png.value);
			count++;
		}
		const blocked = await checkFrames(folder, text);
		if (blocked) return fail({ ...blocked, exitCode: exitCodes.failed });
		await rm(folder, { recursive: true, force: true });
		await rename(part, folder);
		return ok(count);
	} catch (error) {
		return refuse('notWritable', text.files.notWritable(folder, codeOf(error)));
	} finally {
		await rm(part, { recursive: true, force: true });
	}
}
