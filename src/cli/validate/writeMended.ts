import { mkdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { WanDocument } from '#core/document/document.ts';
import { exportSourceOf } from '#core/formats/exportSource.ts';
import { formatInfo } from '#core/formats/formats.ts';
import { serializeProject } from '#core/formats/projectFile.ts';
import { writeForeign } from '#core/formats/writeForeign.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { CliMessages } from '#text/cliMessages.ts';
import { formatOf, namesOf } from '../convert/outputNames.ts';
import type { Failure } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import type { InputFile } from '../shell/inputFiles.ts';
import { checkTarget, codeOf, writeWhole } from '../shell/writeWhole.ts';
import type { TracksFile } from '../shot/readTracks.ts';
import { type FileReport, failedReport } from './fileReport.ts';
import type { ValidateFlags } from './validateCommand.ts';

type PathOf = (file: InputFile) => string | undefined;

/** Where each mended file goes: the one named, or its own name in the folder named, which is made when there are several. */
export async function outputOf(
	{ output }: Pick<ValidateFlags, 'output'>,
	files: readonly InputFile[],
	text: CliMessages,
): Promise<Result<PathOf, Failure>> {
	if (output === undefined) return ok(() => undefined);
	const isFolder = (await stat(output).catch(() => undefined))?.isDirectory() === true;
	if (files.length === 1 && !isFolder) {
		const blocked = await checkTarget(output, text);
		return blocked ? fail(blocked) : ok(() => output);
	}
	try {
		await mkdir(output, { recursive: true });
	} catch (error) {
		const message = text.files.notWritable(output, codeOf(error));
		return fail({ exitCode: exitCodes.usage, kind: 'notWritable', message });
	}
	return ok(({ path }) => join(output, basename(path)));
}

/** Writes a mended shot in the format that its name asks for, else in its own. */
export async function writeMended(
	path: string,
	file: TracksFile,
	document: WanDocument,
	report: FileReport,
	text: CliMessages,
): Promise<FileReport> {
	const own = file.format === 'tracks' ? file.foreign.format : 'project';
	const to = formatOf(path) ?? own;
	const refuse = (message: string): FileReport => ({
		...failedReport(report.file, { exitCode: exitCodes.failed, kind: 'notWritable', message }),
		notes: report.notes,
	});
	// A JSON file of another format keeps it: the ending does not tell JSON formats apart.
	const format =
		to === 'ati-json' && formatInfo(own).canWrite !== false && /\.json$/i.test(report.file)
			? own
			: to;
	if (format === 'project') {
		const { image, workflow } = file.format === 'project' ? file.project : {};
		const written = await writeWhole(path, serializeProject(document, image, workflow), text);
		return written.ok ? { ...report, output: path } : refuse(written.error.message);
	}
	if (formatInfo(format).canWrite === false) return refuse(text.validate.readOnly(format));
	const written = writeForeign(format, exportSourceOf(document));
	if (!written.ok) return refuse(text.validate.readOnly(format));
	for (const [name, content] of namesOf(path, written.value)) {
		const done = await writeWhole(name, content, text);
		if (!done.ok) return refuse(done.error.message);
	}
	return { ...report, output: path };
}
