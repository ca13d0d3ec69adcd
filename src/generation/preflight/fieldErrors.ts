import type { PreflightProblem } from '#comfy/preflight/preflight.ts';
import type { Shot } from '#core/document/document.ts';
import type { LinkMessages } from '#text/messages.ts';
import { valueWords } from './problemWords.ts';

/** What a server would refuse, beside the field of the shot that holds it. */
export function fieldErrors(
	t: LinkMessages['checks'],
	shot: Shot,
	problems: readonly PreflightProblem[],
): Readonly<Partial<Record<keyof Shot, string>>> {
	return Object.fromEntries(
		problems.flatMap((problem) =>
			problem.kind === 'invalidValue' && problem.field && Object.hasOwn(shot, problem.field)
				? [[problem.field, valueWords(t, problem)]]
				: [],
		),
	);
}
