import type { WanDocument } from '../document/document.ts';
import type { LumaPicture } from '../pins/lumaPicture.ts';
import { frameSamples, ownFrameSamples } from '../trajectory/frameSamples.ts';
import { withCameraField } from './lintCamera.ts';
import { lintErrors } from './lintErrors.ts';
import { lintMotion } from './lintMotion.ts';
import { lintNearness } from './lintNearness.ts';
import { lintPicture } from './lintPicture.ts';
import { lintShot } from './lintShot.ts';
import { type Finding, perRule, ruleIds } from './rules.ts';

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
export function lintDocument(document: WanDocument, picture?: LumaPicture): readonly Finding[] {
	if (!picture) return remembered(known, document, () => inOrder(lintAll(document)));
	const ofPicture = knownOfPicture.get(picture) ?? new WeakMap();
	knownOfPicture.set(picture, ofPicture);
	return remembered(ofPicture, document, () => {
		const found = lintPicture(document, ownFrameSamples(document), picture);
		return inOrder([...lintDocument(document), ...found]);
	});
}

export const hasErrors = (findings: readonly Finding[]): boolean =>
	findings.some((f) => f.severity === 'error');

function lintAll(document: WanDocument): Finding[] {
	const entries = frameSamples(document);
	const errors = withCameraField(document, lintErrors(document));
	if (entries.length === 0) return errors;
	return [
		...errors,
		...lintNearness(document, entries),
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

function remembered(
	memory: WeakMap<WanDocument, readonly Finding[]>,
	document: WanDocument,
	compute: () => readonly Finding[],
): readonly Finding[] {
	const found = memory.get(document) ?? compute();
	memory.set(document, found);
	return found;
}
