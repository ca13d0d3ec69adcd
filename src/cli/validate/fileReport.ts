import type { FormatId } from '#core/formats/formatTypes.ts';
import type { Shell } from '../shell/createShell.ts';
import type { Failure } from '../shell/ending.ts';
import { type DescribedFinding, type DescribedNote, findingLine } from '../shot/describeFinding.ts';

/** What was found in one file. */
export interface FileReport {
	readonly file: string;
	/** Of which format the tracks are: `tracks` for ATI JSON, `project`, or the format's id. */
	readonly format?: 'tracks' | 'project' | FormatId;
	readonly tracks?: number;
	readonly frame?: { readonly width: number; readonly height: number; readonly length: number };
	/** Why it could not be read, or not be written. */
	readonly error?: Readonly<Record<string, unknown>>;
	readonly notes: readonly DescribedNote[];
	/** With `--fix` what is left. */
	readonly findings: readonly DescribedFinding[];
	/** With `--fix` what was mended, in order, and where the result lies. */
	readonly fixed?: readonly {
		readonly rule: string;
		readonly track?: string;
		readonly fix: string;
	}[];
	readonly output?: string;
}

export const failedReport = (file: string, { kind, message, facts }: Failure): FileReport => ({
	file,
	error: { ...facts, kind, message },
	notes: [],
	findings: [],
});

/** A file's report for people. */
export function reportLines(report: FileReport, quiet: boolean, shell: Shell): string[] {
	const { text } = shell;
	const { file, error, findings, frame, tracks = 0, fixed = [], output } = report;
	if (error) return [`${text.error}: ${String(error.message)}`];
	const shown = frame ? text.shot.frame(frame.width, frame.height, frame.length) : '';
	const good = findings.length === 0 ? `: ${text.validate.allGood}` : '';
	return [
		`${text.shot.checkedFor(file, text.shot.tracks(tracks), shown)}${good}`,
		...(quiet ? [] : report.notes.map((note) => `  ${text.note}: ${note.message}`)),
		...fixed.map(({ track, fix }) => `  ${text.validate.fixed(track, fix)}`),
		...findings.map((finding) => `  ${findingLine(finding, shell)}`),
		...(output === undefined
			? []
			: [`  ${text.files.wrote(output, text.validate.fixes(fixed.length))}`]),
	];
}

export const errorsIn = ({ error, findings }: FileReport): number =>
	(error ? 1 : 0) + findings.filter(({ severity }) => severity === 'error').length;
