import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Conversion, convertWorkflow } from '#comfy/conversion/convertWorkflow.ts';
import { parseLosslessJson } from '#comfy/conversion/json/parseLosslessJson.ts';
import { stringifyLosslessJson } from '#comfy/conversion/json/stringifyLosslessJson.ts';
import { readWorkflowFile } from '#comfy/conversion/readWorkflowFile.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { type Shell, withShell } from '../shell/createShell.ts';
import { type Failure, failureEnding } from '../shell/ending.ts';
import { type ExitCode, exitCodes } from '../shell/exitCodes.ts';
import { codeOf, writeWhole } from '../shell/writeWhole.ts';
import { readFileWhole } from '../shot/readFileWhole.ts';
import { printable } from './printable.ts';
import type { ConvertFlags } from './workflowCommand.ts';

/** Converts each file by itself; one that fails stops none of the others. Ends with the worst of them. */
export const runConvert = (files: readonly string[], flags: ConvertFlags): Promise<void> =>
	withShell(flags, async (shell) => {
		const objectInfo = await readObjectInfo(flags.objectInfo, shell);
		if (!objectInfo.ok) return failureEnding(objectInfo.error, shell.text.error);
		const folder = await makeFolder(flags.out, shell);
		if (!folder.ok) return failureEnding(folder.error, shell.text.error);
		const reports: Record<string, unknown>[] = [];
		const texts: string[] = [];
		let exitCode: ExitCode = exitCodes.ok;
		for (const file of files) {
			const converted = await convertFile(file, objectInfo.value, flags, shell);
			if (!converted.ok) {
				const { kind, message, facts } = converted.error;
				reports.push({ ...facts, file, error: { kind, message } });
				if (!flags.json) shell.warn(`${shell.text.error}: ${printable(message)}`);
				if (converted.error.exitCode > exitCode) exitCode = converted.error.exitCode;
				continue;
			}
			const { conversion, out } = converted.value;
			const { graph, notes, unknownClasses } = conversion;
			reports.push({ file, ...(out === undefined ? { graph } : { out }), unknownClasses, notes });
			if (out === undefined) texts.push(apiText(conversion));
		}
		return { exitCode, document: { files: reports }, text: texts.join('') };
	});

/** object_info of a server with many extensions has tens of megabytes. */
const largestObjectInfo = 512 * 1024 * 1024;
/** Of a video around a workflow; the workflow in it has a limit of its own. */
const largestFile = 2 ** 31 - 1;

async function readObjectInfo(
	file: string,
	{ text, app }: Shell,
): Promise<Result<unknown, Failure>> {
	const bytes = await readFileWhole(file, largestObjectInfo, text);
	if (!bytes.ok) return bytes;
	const json = parseLosslessJson(new TextDecoder().decode(bytes.value));
	if (json.ok) return json;
	return invalid(
		file,
		'notJson',
		app.workflow.error({ kind: 'notJson', detail: json.error }),
		text,
	);
}

async function makeFolder(
	folder: string | undefined,
	{ text }: Shell,
): Promise<Result<void, Failure>> {
	try {
		if (folder !== undefined) await mkdir(folder, { recursive: true });
		return ok(undefined);
	} catch (error) {
		const message = text.files.notWritable(folder ?? '', codeOf(error));
		return fail({ exitCode: exitCodes.failed, kind: 'notWritable', message });
	}
}

interface Converted {
	readonly conversion: Conversion;
	/** Where it was written. */
	readonly out: string | undefined;
}

async function convertFile(
	file: string,
	objectInfo: unknown,
	flags: ConvertFlags,
	{ text, app, say, warn }: Shell,
): Promise<Result<Converted, Failure>> {
	const bytes = await readFileWhole(file, largestFile, text);
	if (!bytes.ok) return bytes;
	const json = await readWorkflowFile(bytes.value);
	if (!json.ok) return invalid(file, json.error.kind, app.workflow.error(json.error), text);
	const options = { heal: flags.heal ?? false, now: new Date() };
	const converted = convertWorkflow(json.value, objectInfo, options);
	if (!converted.ok) {
		const { error } = converted;
		const blamed = error.kind === 'notObjectInfo' ? flags.objectInfo : file;
		return invalid(blamed, error.kind, app.workflow.error(error), text);
	}
	const { notes, unknownClasses } = converted.value;
	for (const note of notes)
		if (note.kind !== 'unknownClass')
			say(printable(text.files.inFile(file, app.workflow.note(note))));
	for (const name of unknownClasses)
		warn(printable(text.files.inFile(file, app.workflow.unknownClass(name))));
	if (flags.out === undefined) return ok({ conversion: converted.value, out: undefined });
	const out = join(flags.out, `${workflowName(file)}.api.json`);
	const written = await writeWhole(out, apiText(converted.value), text);
	return written.ok ? ok({ conversion: converted.value, out }) : written;
}

const apiText = ({ graph }: Conversion): string => `${stringifyLosslessJson(graph, '\t')}\n`;

/** A file's name without `.json` and without a final `.ui`. */
const workflowName = (file: string): string =>
	basename(file)
		.replace(/\.json$/, '')
		.replace(/\.ui$/, '');

const invalid = (
	file: string,
	kind: string,
	problem: string,
	text: Shell['text'],
): Result<never, Failure> =>
	fail({
		exitCode: exitCodes.invalid,
		kind,
		message: text.files.inFile(file, problem),
		facts: { file },
	});
