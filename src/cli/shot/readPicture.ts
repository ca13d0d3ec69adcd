import { basename } from 'node:path';
import { fail, type Result } from '#core/result.ts';
import { limitImageBytes } from '#media/limits.ts';
import type { ImageError, StartImage } from '#media/media.ts';
import { openStartImage } from '#media/node/openStartImage.ts';
import type { Messages } from '#text/messages.ts';
import type { Shell } from '../shell/createShell.ts';
import type { Failure } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { readFileWhole } from './readFileWhole.ts';

/** Opens a start image by its path. */
export async function readPicture(
	path: string,
	{ text, app }: Pick<Shell, 'text' | 'app'>,
): Promise<Result<StartImage, Failure>> {
	const bytes = await readFileWhole(path, limitImageBytes, text);
	if (!bytes.ok) return bytes;
	return openPicture(bytes.value, basename(path), path, app);
}

/** Takes bytes for a start image. @param file The file they come from, for messages. */
export async function openPicture(
	bytes: Uint8Array,
	name: string,
	file: string,
	app: Messages,
): Promise<Result<StartImage, Failure>> {
	const opened = await openStartImage(bytes, name);
	if (opened.ok) return opened;
	const { error } = opened;
	if (error.kind === 'missingPackage')
		return fail({ exitCode: exitCodes.failed, kind: error.kind, message: error.text });
	return fail({
		exitCode: exitCodes.invalid,
		kind: error.kind,
		message: pictureSentence(error, app),
		facts: { file },
	});
}

function pictureSentence(error: ImageError, app: Messages): string {
	const t = app.app.image.errors;
	switch (error.kind) {
		case 'empty':
			return t.empty(error.name);
		case 'notAPicture':
			return `${t.notAPicture(error.name, error.what)} ${t.use}`;
		case 'unsupportedPicture':
			return `${t.unsupportedPicture(error.name, error.what)} ${t.use}`;
		case 'damaged':
			return t.damaged(error.name, error.what);
		case 'tooLarge':
			return t.tooLarge(error.name, error.width, error.height, error.limitMegapixels);
		case 'tooManyBytes':
			return t.tooManyBytes(error.name, Math.round(error.bytes / 1e6));
	}
}
