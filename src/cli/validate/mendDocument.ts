import { applyCommand } from '#core/document/applyCommand.ts';
import type { WanDocument } from '#core/document/document.ts';
import { type Finding, type Fix, lintDocument } from '#core/lint/lintDocument.ts';

export interface Mended {
	readonly document: WanDocument;
	/** What was applied, in order. */
	readonly done: readonly {
		readonly finding: Finding;
		readonly fix: Fix;
		readonly track?: string;
	}[];
}

/** More than a shot can need: each fix takes its finding away. */
const mostFixes = 1000;

/**
 * Applies one fix of every error and warning that has one, the gravest first, until there is nothing left that a command
 * can mend. Hints are matters of taste and stay. A fix that would bring as many other findings as it removes is left out.
 * @param choose The fix to take of those offered; undefined: none of them.
 */
export function mendDocument(
	document: WanDocument,
	choose: (finding: Finding) => Fix | undefined = ({ fixes }) => fixes[0],
): Mended {
	let mended = document;
	const done: Mended['done'][number][] = [];
	const left = new Set<string>();
	while (done.length < mostFixes) {
		const findings = grave(mended);
		const finding = findings.find((one) => choose(one) && !left.has(keyOf(one)));
		const fix = finding && choose(finding);
		if (!finding || !fix) break;
		const after = fix.commands.reduce(applyCommand, mended);
		if (weigh(grave(after)) >= weigh(findings)) {
			left.add(keyOf(finding));
			continue;
		}
		const track = mended.tracks.find(({ id }) => id === finding.trackId)?.name;
		done.push({ finding, fix, ...(track === undefined ? {} : { track }) });
		mended = after;
	}
	return { document: mended, done };
}

const grave = (document: WanDocument): readonly Finding[] =>
	lintDocument(document).filter(({ severity }) => severity !== 'hint');

/** An error is worth any number of warnings, of which at most a dozen a rule are told. */
const weigh = (findings: readonly Finding[]): number =>
	findings.reduce((sum, { severity }) => sum + (severity === 'error' ? 1000 : 1), 0);

const keyOf = ({ rule, trackId, span }: Finding): string =>
	`${rule} ${trackId ?? ''} ${span?.fromSample ?? ''}`;
