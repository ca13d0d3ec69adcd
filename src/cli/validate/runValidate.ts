import { emptyDocument, type WanDocument } from '#core/document/document.ts';
import { exactTracks } from '#core/formats/exactTracks.ts';
import type { FormatId, FormatNote } from '#core/formats/formatTypes.ts';
import { lintDocument } from '#core/lint/lintDocument.ts';
import type { Result } from '#core/result.ts';
import { type Shell, withShell } from '../shell/createShell.ts';
import { type Failure, failureEnding } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';
import { checkValues } from '../shot/checkValues.ts';
import {
	type DescribedFinding,
	type DescribedNote,
	describeFinding,
	describeNote,
	findingLine,
} from '../shot/describeFinding.ts';
import { withFrameFlags } from '../shot/frameFlags.ts';
import { readTracks, type TracksFile } from '../shot/readTracks.ts';
import type { ValidateFlags } from './validateCommand.ts';

/** What was found in one file. */
interface FileReport {
	readonly file: string;
	/** Of which format the tracks are: `tracks` for ATI JSON, `project`, or the format's id. */
	readonly format?: TracksFile['format'] | FormatId;
	readonly tracks?: number;
	readonly frame?: { readonly width: number; readonly height: number; readonly length: number };
	/** Why it could not be read. */
	readonly error?: Readonly<Record<string, unknown>>;
	readonly notes: readonly DescribedNote[];
	readonly findings: readonly DescribedFinding[];
}

/** Checks each file by itself; one that cannot be read stops none of the others. */
export const runValidate = (files: readonly string[], flags: ValidateFlags): Promise<void> =>
	withShell(flags, async (shell) => {
		const wrong = checkValues(documentOf(undefined, flags), shell);
		if (wrong) return failureEnding(wrong, shell.text.error);
		const reports: FileReport[] = [];
		const lines: string[] = [];
		const { frame } = documentOf(undefined, flags);
		const read = (n: number) => readTracks(files[n] ?? '', shell, { frame });
		let next = read(0);
		for (const [n, file] of files.entries()) {
			const current = await next;
			// Read while this one is checked.
			if (n + 1 < files.length) next = read(n + 1);
			const report = validateFile(file, current, flags, shell);
			reports.push(report);
			lines.push(...linesOf(report, flags.quiet === true, shell));
		}
		const errors = reports.reduce((sum, report) => sum + errorsIn(report), 0);
		if (files.length > 1) lines.push(shell.text.validate.summary(files.length, errors));
		return {
			exitCode: errors > 0 ? exitCodes.invalid : exitCodes.ok,
			document: { errors, files: reports },
			text: lines.map((line) => `${line}\n`).join(''),
		};
	});

function validateFile(
	file: string,
	read: Result<TracksFile, Failure>,
	flags: ValidateFlags,
	shell: Shell,
): FileReport {
	if (!read.ok) return unreadable(file, read.error);
	const { value } = read;
	const notes: readonly FormatNote[] =
		value.format !== 'tracks'
			? []
			: value.foreign.space.of === 'image'
				? [...value.notes, { kind: 'imageUnknown' }]
				: value.notes;
	const format =
		value.format === 'tracks' && value.foreign.format !== 'ati-json'
			? value.foreign.format
			: value.format;
	const document = documentOf(value, flags);
	const { width, height, length } = document.frame;
	return {
		file,
		format,
		tracks: document.tracks.length,
		frame: { width, height, length },
		notes: notes.map((note) => describeNote(note, shell)),
		findings: lintDocument(document)
			// Bare tracks have no prompt to speak of.
			.filter(({ rule }) => format === 'project' || !rule.startsWith('prompt-'))
			.map((finding) => describeFinding(finding, document, shell)),
	};
}

const unreadable = (file: string, { kind, message, facts }: Failure): FileReport => ({
	file,
	error: { ...facts, kind, message },
	notes: [],
	findings: [],
});

/** The shot to check. Bare tracks say nothing of a picture: the frame stands for it. */
function documentOf(file: TracksFile | undefined, flags: ValidateFlags): WanDocument {
	if (file?.format === 'project') {
		const { document } = file.project;
		return { ...document, frame: withFrameFlags(document.frame, flags) };
	}
	const frame = withFrameFlags(emptyDocument.frame, flags);
	const { width, height } = frame;
	const image = { sha256: '0'.repeat(64), width, height, name: '', mediaType: 'image/png' };
	const document: WanDocument = { ...emptyDocument, frame, image };
	return file
		? { ...document, tracks: exactTracks(document, file.samples, (n) => `track-${n + 1}`) }
		: document;
}

function linesOf(report: FileReport, quiet: boolean, shell: Shell): string[] {
	const { text } = shell;
	const { file, error, findings, frame, tracks = 0 } = report;
	if (error) return [`${text.error}: ${String(error.message)}`];
	const shown = frame ? text.shot.frame(frame.width, frame.height, frame.length) : '';
	const good = findings.length === 0 ? `: ${text.validate.allGood}` : '';
	return [
		`${text.shot.checkedFor(file, text.shot.tracks(tracks), shown)}${good}`,
		...(quiet ? [] : report.notes.map((note) => `  ${text.note}: ${note.message}`)),
		...findings.map((finding) => `  ${findingLine(finding, shell)}`),
	];
}

const errorsIn = ({ error, findings }: FileReport): number =>
	(error ? 1 : 0) + findings.filter(({ severity }) => severity === 'error').length;
