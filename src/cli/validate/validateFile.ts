import { emptyDocument, type WanDocument } from '#core/document/document.ts';
import { exactTracks } from '#core/formats/exactTracks.ts';
import type { FormatNote } from '#core/formats/formatTypes.ts';
import { type Finding, type Fix, lintDocument } from '#core/lint/lintDocument.ts';
import type { Result } from '#core/result.ts';
import type { Shell } from '../shell/createShell.ts';
import type { Failure } from '../shell/ending.ts';
import { describeFinding, describeNote } from '../shot/describeFinding.ts';
import { withFrameFlags } from '../shot/frameFlags.ts';
import type { TracksFile } from '../shot/readTracks.ts';
import { type FileReport, failedReport } from './fileReport.ts';
import { mendDocument } from './mendDocument.ts';
import type { ValidateFlags } from './validateCommand.ts';

/** A file's report, and the shot as it is after `--fix`. */
export interface Validated {
	readonly report: FileReport;
	readonly mended?: WanDocument;
}

export function validateFile(
	file: string,
	read: Result<TracksFile, Failure>,
	flags: ValidateFlags,
	shell: Shell,
): Validated {
	if (!read.ok) {
		const { kind, facts } = read.error;
		// A workflow need not hold tracks: they are what is put into it.
		if (kind !== 'noTracks' || facts?.format !== 'comfy-workflow')
			return { report: failedReport(file, read.error) };
		const note = { kind: 'bareWorkflow', message: shell.text.validate.bareWorkflow } as const;
		return { report: { file, format: 'comfy-workflow', tracks: 0, notes: [note], findings: [] } };
	}
	const { value } = read;
	const given = documentOf(value, flags);
	const fixes = flags.fix
		? mendDocument(given, value.format === 'project' ? undefined : fixOfTracks)
		: undefined;
	const document = fixes?.document ?? given;
	const { width, height, length } = document.frame;
	const report: FileReport = {
		file,
		format:
			value.format === 'tracks' && value.foreign.format !== 'ati-json'
				? value.foreign.format
				: value.format,
		tracks: document.tracks.length,
		frame: { width, height, length },
		notes: notesOf(value).map((note) => describeNote(note, shell)),
		findings: lintDocument(document)
			// Bare tracks have no prompt to speak of.
			.filter(({ rule }) => value.format === 'project' || !rule.startsWith('prompt-'))
			.map((finding) => describeFinding(finding, document, shell)),
		...(fixes
			? {
					fixed: fixes.done.map(({ finding: { rule }, fix, track }) => ({
						rule,
						...(track === undefined ? {} : { track }),
						fix: shell.app.findings.fixes[fix.kind](fix.values),
					})),
				}
			: {}),
	};
	return { report, ...(fixes ? { mended: fixes.document } : {}) };
}

/**
 * The frame and the settings of bare tracks are the command line's, not the file's. A track of samples is moved whole: with its
 * start alone moved it would jump.
 */
const fixOfTracks = ({ fixes }: Finding): Fix | undefined => {
	const ofTracks = fixes.filter(({ kind }) => !['useLength', 'useSize', 'useTopk'].includes(kind));
	return ofTracks.find(({ kind }) => kind === 'moveTrack') ?? ofTracks[0];
};

const notesOf = (file: TracksFile): readonly FormatNote[] => {
	if (file.format !== 'tracks') return [];
	const isUnknown = file.foreign.space.of === 'image';
	return isUnknown ? [...file.notes, { kind: 'imageUnknown' }] : file.notes;
};

/** The shot to check. Bare tracks say nothing of a picture: the frame stands for it. */
export function documentOf(file: TracksFile | undefined, flags: ValidateFlags): WanDocument {
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
