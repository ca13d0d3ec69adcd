import type { WanDocument } from '#core/document/document.ts';
import type { FormatNote } from '#core/formats/formatTypes.ts';
import { type Finding, ruleTextKey } from '#core/lint/lintDocument.ts';
import type { Shell } from '../shell/createShell.ts';
import { formatNote } from './formatsText.ts';

/** A finding as scripts get it: the rule's stable name and the sentences of the app. */
export interface DescribedFinding {
	readonly rule: string;
	readonly severity: Finding['severity'];
	readonly track?: string;
	/** First and last sample of the stretch that is meant, 0..120. */
	readonly samples?: readonly [from: number, to: number];
	readonly title: string;
	readonly detail: string;
	/** Labels of what would mend it. */
	readonly fixes: readonly string[];
}

export function describeFinding(
	finding: Finding,
	document: WanDocument,
	{ app }: Pick<Shell, 'app'>,
): DescribedFinding {
	const { findings } = app;
	const { span } = finding;
	const text = findings[ruleTextKey(finding.rule)];
	const track = document.tracks.find(({ id }) => id === finding.trackId);
	return {
		rule: finding.rule,
		severity: finding.severity,
		...(track ? { track: track.name } : {}),
		...(span ? { samples: [span.fromSample, span.toSample] } : {}),
		title: text.title(finding.values),
		detail: text.detail(finding.values),
		fixes: finding.fixes.map((fix) => findings.fixes[fix.kind](fix.values)),
	};
}

/** One line for people. */
export const findingLine = (
	{ severity, title, detail, fixes }: DescribedFinding,
	{ text }: Pick<Shell, 'text'>,
): string =>
	[
		`${text[severity]}: ${title}. ${detail}`,
		...(fixes.length > 0 ? [text.shot.mend(fixes.join(', '))] : []),
	].join(' ');

export interface DescribedNote {
	/** `bareWorkflow`: a ComfyUI workflow without tracks in it. */
	readonly kind: FormatNote['kind'] | 'bareWorkflow';
	readonly message: string;
}

export const describeNote = (note: FormatNote, shell: Pick<Shell, 'app'>): DescribedNote => ({
	kind: note.kind,
	message: formatNote(note, shell),
});
