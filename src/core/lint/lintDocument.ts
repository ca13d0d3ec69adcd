import type { WanDocument } from '../document/document.ts';
import type { LumaPicture } from '../pins/lumaPicture.ts';
import { type FrameSamples, frameSamples, ownFrameSamples } from '../trajectory/frameSamples.ts';
import { withCameraField } from './lintCamera.ts';
import { lintErrors } from './lintErrors.ts';
import { lintMotion } from './lintMotion.ts';
import { lintNearness } from './lintNearness.ts';
import { lintPicture } from './lintPicture.ts';
import { lintShot } from './lintShot.ts';
import { type Finding, perRule, ruleIds } from './rules.ts';
import { finish, type Steps } from './steps.ts';
import { trackFacts } from './trackFacts.ts';

export { lintErrors } from './lintErrors.ts';
export { type Finding, type Fix, ruleIds, ruleTextKey } from './rules.ts';

const known = new WeakMap<WanDocument, readonly Finding[]>();
const knownOfPicture = new WeakMap<LumaPicture, WeakMap<WanDocument, readonly Finding[]>>();

/**
 * All there is to say about this document before it is rendered: what blocks Generate (`lintErrors`), what the model would
 * not do, and what would help; in the order of `rules`. Every finding that commands can mend carries fixes; applying one
 * removes the finding. At most `perRule` findings of a rule.
 * @param picture The start image's brightness, for the rules that look at it; without it they are silent.
 * Remembered by document. Cost: a few ms for 100 tracks; what is known of a track's motion stays with the track.
 */
export const lintDocument = (document: WanDocument, picture?: LumaPicture): readonly Finding[] =>
	finish(lintSteps(document, picture));

/** The same for who has something else to do in between: 1000 tracks take 50 to 500 ms. */
export function* lintSteps(
	document: WanDocument,
	picture?: LumaPicture,
): Steps<readonly Finding[]> {
	const memory = picture ? memoryOf(picture) : known;
	const before = memory.get(document);
	if (before) return before;
	const findings = inOrder(
		picture
			? [
					...(yield* lintSteps(document)),
					...(yield* lintPicture(document, ownFrameSamples(document), picture)),
				]
			: yield* lintAll(document),
	);
	memory.set(document, findings);
	return findings;
}

function memoryOf(picture: LumaPicture): WeakMap<WanDocument, readonly Finding[]> {
	const memory = knownOfPicture.get(picture) ?? new WeakMap();
	knownOfPicture.set(picture, memory);
	return memory;
}

export const hasErrors = (findings: readonly Finding[]): boolean =>
	findings.some((f) => f.severity === 'error');

function* lintAll(document: WanDocument): Steps<Finding[]> {
	const entries = frameSamples(document);
	yield* warmFacts(document, entries);
	const errors = withCameraField(document, lintErrors(document));
	if (entries.length === 0) return errors;
	return [
		...errors,
		...(yield* lintNearness(document, entries)),
		...lintMotion(document, entries),
		...lintShot(document, entries),
	];
}

function inOrder(findings: readonly Finding[]): Finding[] {
	const counts = new Map<string, number>();
	return findings
		.filter(({ rule }) => {
			const count = (counts.get(rule) ?? 0) + 1;
			counts.set(rule, count);
			return count <= perRule;
		})
		.sort((a, b) => ruleIds.indexOf(a.rule) - ruleIds.indexOf(b.rule));
}

/** What is to know of each track, remembered with it, a few tracks a step: the rules then find it there. */
function* warmFacts({ frame }: WanDocument, entries: readonly FrameSamples[]): Steps<void> {
	for (const [n, entry] of entries.entries()) {
		trackFacts(entry, frame);
		if (n % 64 === 63) yield;
	}
}
