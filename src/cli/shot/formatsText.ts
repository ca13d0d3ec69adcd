import type { FormatError, FormatNote } from '#core/formats/formatTypes.ts';
import { formats as english, type FormatsMessages } from '#text/en/formats.ts';
import { formats as french } from '#text/fr/formats.ts';
import { en } from '#text/messages.ts';
import type { Shell } from '../shell/createShell.ts';

/** Texts of formats in the language of the rest. */
export const formatsText = ({ app }: Pick<Shell, 'app'>): FormatsMessages =>
	app === en ? english : french;

/** What a file's error is called, where in the file it lies, and its sentence; those of tracks and projects as they are elsewhere. */
export function formatFailure(
	error: FormatError,
	shell: Pick<Shell, 'app'>,
): { readonly error: { readonly kind: string }; readonly message: string } {
	const { findings } = shell.app;
	if (error.kind === 'ati') return { error: error.error, message: findings.atiError(error.error) };
	if (error.kind === 'project')
		return { error: error.error, message: findings.projectError(error.error) };
	return { error, message: formatsText(shell).error(error) };
}

const ofAti: ReadonlySet<string> = new Set([
	'bareTrack',
	'batches',
	'singleQuotes',
	'numericStrings',
	'extraKeys',
	'singlePoints',
	'fewerSamples',
	'moreSamples',
]);

export const formatNote = (note: FormatNote, shell: Pick<Shell, 'app'>): string =>
	isAtiNote(note) ? shell.app.findings.atiNote(note) : formatsText(shell).note(note);

type AtiNote = Parameters<Shell['app']['findings']['atiNote']>[0];
const isAtiNote = (note: FormatNote): note is AtiNote => ofAti.has(note.kind);
