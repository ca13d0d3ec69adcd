import { optionalClasses, type PreflightProblem } from '#comfy/preflight/preflight.ts';
import type { LinkMessages } from '#text/messages.ts';
import { neededClasses } from '../server/neededClasses.ts';

const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(bytes < 2 ** 20 ? 2 : 0);

/** Title and sentence of a problem. Parts come from a server: text, never HTML. */
export function problemWords(
	t: LinkMessages['checks'],
	problem: PreflightProblem,
): { readonly title: string; readonly text: string } {
	switch (problem.kind) {
		case 'missingNodes':
			return { title: t.missingNodes, text: nodesWords(t, problem.classes) };
		case 'missingModel':
		case 'missingLora':
			return {
				title: t.missingFile(problem.file),
				text: t.missingFileText(problem.usedBy, problem.folder),
			};
		case 'missingInput':
			return { title: t.missingInput(problem.node, problem.input), text: t.missingInputText };
		case 'invalidValue':
			return { title: t.badValue(problem.node, problem.input), text: valueWords(t, problem) };
		case 'uploadTooLarge':
			return {
				title: t.uploadTooLarge,
				text: t.uploadTooLargeText(megabytes(problem.bytes), megabytes(problem.limit)),
			};
		case 'oldServer':
			return { title: t.oldServer(problem.version), text: t.oldServerText(problem.oldest) };
	}
}

/** Classes of our own graph come with ComfyUI; those of an imported one may be an extension's. */
function nodesWords(t: LinkMessages['checks'], classes: readonly string[]): string {
	const areOurs = classes.every((name) => [...neededClasses, ...optionalClasses].includes(name));
	return (areOurs ? t.missingNodesText : t.foreignNodesText)(classes.join(', '));
}

/** Why the server would refuse a value. */
export function valueWords(
	t: LinkMessages['checks'],
	{ value, reason, allowed }: Extract<PreflightProblem, { kind: 'invalidValue' }>,
): string {
	switch (reason) {
		case 'notAChoice':
			return t.notAChoice(value);
		case 'belowMin':
			return t.belowMin(value, allowed[0]);
		case 'aboveMax':
			return t.aboveMax(value, allowed[0]);
	}
}
