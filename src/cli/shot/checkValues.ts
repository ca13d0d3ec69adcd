import { documentSchema, type WanDocument } from '#core/document/document.ts';
import type { Shell } from '../shell/createShell.ts';
import type { Failure } from '../shell/ending.ts';
import { exitCodes } from '../shell/exitCodes.ts';

/** Holds what the command line put into a document against what a document may hold. @returns the first wrong option. */
export function checkValues(
	document: WanDocument,
	{ text }: Pick<Shell, 'text'>,
): Failure | undefined {
	const issue = documentSchema.safeParse(document).error?.issues[0];
	if (!issue) return undefined;
	const option = `--${String(issue.path.at(-1) ?? 'tracks')}`;
	const problem =
		issue.code === 'too_small' ? 'tooSmall' : issue.code === 'too_big' ? 'tooLarge' : 'notAllowed';
	return {
		exitCode: exitCodes.usage,
		kind: 'usage',
		message: text.shot.badOption(option, problem),
		facts: { option },
	};
}
