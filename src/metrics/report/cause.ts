import type { Finding } from '#core/lint/lintDocument.ts';

export const causeKinds = [
	'cut',
	'frozen',
	'stutter',
	'swapped',
	'late',
	'early',
	'stays',
	'fallsShort',
	'overshoots',
	'lost',
	'neverSeen',
	'offPlan',
	'shakes',
	'flickers',
	'backgroundChanges',
] as const;
/** What the numbers show. */
export type CauseKind = (typeof causeKinds)[number];

/** A likely reason why a video did not follow its tracks. */
export interface Cause {
	/** `finding`: something that the checks said before it was rendered. */
	readonly kind: CauseKind | 'finding';
	/** From 0, in the order of the plan; absent: the whole video. */
	readonly track?: number;
	/** Frame at which it begins, and where it ends, both in the video. */
	readonly fromFrame?: number;
	readonly toFrame?: number;
	/** For the sentences. */
	readonly values: Readonly<Record<string, number>>;
	/** What the checks found, with its own sentences, its stretch and its fixes. */
	readonly finding?: Finding;
}
