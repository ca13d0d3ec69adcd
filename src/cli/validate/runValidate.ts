import { type Shell, withShell } from '../shell/createShell.ts';
import { type Failure, failureEnding } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { type InputFile, inputFiles } from '../shell/inputFiles.ts';
import { checkValues } from '../shot/checkValues.ts';
import { readTracks } from '../shot/readTracks.ts';
import { errorsIn, type FileReport, reportLines } from './fileReport.ts';
import type { ValidateFlags } from './validateCommand.ts';
import { documentOf, validateFile } from './validateFile.ts';
import { outputOf, writeMended } from './writeMended.ts';

/** Endings of what may hold tracks; pictures and videos are only read when they are named. */
const endings = ['json', 'txt', 'pth', 'npy', 'npz', 'svg', 'csv'];

/** What a file of another kind is told as. One that looks like a project or like tracks, and is broken, is none of these. */
const foreignKinds: ReadonlySet<string> = new Set(['unknownFormat', 'notAList', 'noTracks']);

/** Checks each file by itself; one that cannot be read stops none of the others. */
export const runValidate = (named: readonly string[], flags: ValidateFlags): Promise<void> =>
	withShell(flags, async (shell) => {
		const { text } = shell;
		const frame = documentOf(undefined, flags);
		const wrong = usageOf(flags, shell) ?? checkValues(frame, shell);
		if (wrong) return failureEnding(wrong, text.error);
		const files = await inputFiles(named, endings);
		const output = await outputOf(flags, files, text);
		if (!output.ok) return failureEnding(output.error, text.error);
		const reports: FileReport[] = [];
		const lines: string[] = [];
		let passedOver = 0;
		const read = (at: number) => readTracks(files[at]?.path ?? '', shell, frame);
		let next = files.length > 0 ? read(0) : undefined;
		for (const [n, file] of files.entries()) {
			const current = await next;
			// Read while this one is checked.
			if (n + 1 < files.length) next = read(n + 1);
			if (!current) continue;
			if (!current.ok && isOther(file, current.error)) {
				passedOver++;
				continue;
			}
			const { report, mended } = validateFile(file.path, current, flags, shell);
			const path = output.value(file);
			const written =
				mended && path !== undefined && current.ok
					? await writeMended(path, current.value, mended, report, text)
					: report;
			reports.push(written);
			lines.push(...reportLines(written, flags.quiet === true, shell));
		}
		const errors = reports.reduce((sum, report) => sum + errorsIn(report), 0);
		if (reports.length !== 1) lines.push(text.validate.summary(reports.length, errors));
		if (passedOver > 0) shell.say(`${text.note}: ${text.validate.passedOver(passedOver)}`);
		return {
			exitCode: errors > 0 ? exitCodes.invalid : exitCodes.ok,
			document: { errors, files: reports, passedOver },
			text: lines.map((line) => `${line}\n`).join(''),
		};
	});

const isOther = ({ path, isMet }: InputFile, { kind }: Failure): boolean =>
	isMet && foreignKinds.has(kind) && !path.endsWith('.wanati.json');

function usageOf({ fix, output }: ValidateFlags, { text }: Shell): Failure | undefined {
	if ((fix === true) === (output !== undefined)) return undefined;
	return { exitCode: exitCodes.usage, kind: 'usage', message: text.validate.fixNeedsOutput };
}
