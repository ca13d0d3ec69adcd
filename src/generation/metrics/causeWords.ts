import { ruleTextKey } from '#core/lint/lintDocument.ts';
import type { Cause } from '#metrics/report/cause.ts';
import type { MetricsMessages } from '#text/en/metrics.ts';
import type { Messages } from '#text/messages.ts';

/** A cause as a sentence. @param names Of the tracks, in the order of the plan. */
export function causeWords(
	{ kind, track, values, finding }: Cause,
	names: readonly string[],
	text: MetricsMessages,
	findings: Messages['findings'],
): string {
	const nameOf = (index: number | undefined): string =>
		index === undefined ? '' : (names[index] ?? text.trackName(index + 1));
	if (kind !== 'finding') return text.causes[kind](nameOf(track), values, nameOf(values.other));
	if (!finding) return '';
	const { title, detail } = findings[ruleTextKey(finding.rule)];
	return text.checksSaid(nameOf(track), title(finding.values), detail(finding.values));
}
