import type { FormatError, FormatNote } from '#core/formats/formatTypes.ts';
import { formats as english, type FormatsMessages } from '#text/en/formats.ts';
import { formats as french } from '#text/fr/formats.ts';
import { en, type Messages } from '#text/messages.ts';
import { useText } from '#ui/text/useText.tsx';

/** Texts of formats in the language of the rest. They are no part of what the drawing waits for. */
export const formatsText = (text: Messages): FormatsMessages => (text === en ? english : french);

export const useFormatsText = (): FormatsMessages => formatsText(useText());

export function formatErrorText(error: FormatError, text: Messages): string {
	if (error.kind === 'ati') return text.findings.atiError(error.error);
	if (error.kind === 'project') return text.findings.projectError(error.error);
	return formatsText(text).error(error);
}

export const formatNoteText = (note: FormatNote, text: Messages): string =>
	isAtiNote(note) ? text.findings.atiNote(note) : formatsText(text).note(note);

type AtiNote = Parameters<Messages['findings']['atiNote']>[0];
const isAtiNote = (note: FormatNote): note is AtiNote => !ours.has(note.kind);
const ours: ReadonlySet<FormatNote['kind']> = new Set<FormatNote['kind']>([
	'invisibleTracks',
	'gapsFilled',
	'approximated',
	'fromNodes',
	'imageUnknown',
	'afterTheEnd',
]);
