import type { Command } from '../document/commands.ts';

export type Severity = 'error' | 'warning' | 'hint';

/** Every rule of the checks, in the order shown. `error` blocks Generate. */
export const rules = {
	'no-image': 'error',
	'no-tracks': 'error',
	'length-too-short': 'error',
	'length-not-4n-plus-1': 'error',
	'length-multiple-of-120': 'error',
	'size-not-multiple-of-16': 'error',
	'start-outside-frame': 'error',
	'starts-too-close': 'warning',
	'tracks-too-close': 'warning',
	'weights-overlap': 'warning',
	'topk-clusters': 'warning',
	'too-fast': 'warning',
	'moves-too-little': 'warning',
	'too-many-moving': 'warning',
	'too-many-tracks': 'warning',
	wiggle: 'hint',
	stutter: 'hint',
	'integer-rounded': 'hint',
	'flat-start': 'hint',
	'uncovered-region': 'hint',
	'no-pin': 'hint',
	'prompt-empty': 'hint',
	'prompt-no-motion': 'hint',
} as const satisfies Readonly<Record<string, Severity>>;

export type RuleId = keyof typeof rules;
export const ruleIds = Object.keys(rules) as readonly RuleId[];

/** What a fix does; the catalogue has a label for each. */
export const fixKinds = [
	'useLength',
	'useSize',
	'showTracks',
	'moveStart',
	'moveTrack',
	'moveApart',
	'useTopk',
	'slowDown',
	'makePin',
	'smoothTrack',
	'addTracks',
	'addPins',
	'addField',
] as const;
export type FixKind = (typeof fixKinds)[number];

export interface Fix {
	/** Unique inside its finding, stable: `useLength-117`. */
	readonly id: string;
	readonly kind: FixKind;
	/** Values for the label. */
	readonly values: Readonly<Record<string, number | string>>;
	/** Applied as one undo step. */
	readonly commands: readonly Command[];
}

/** Findings of one rule that are told; more would only hide the others. */
export const perRule = 12;

/** A stretch of a track: samples 0..120, from <= to. */
export interface Span {
	readonly trackId: string;
	readonly fromSample: number;
	readonly toSample: number;
}

/** One thing to know about a document. */
export interface Finding {
	readonly rule: RuleId;
	readonly severity: Severity;
	readonly trackId?: string;
	/** The stretch of a track that is meant, for marks on the canvas. */
	readonly span?: Span;
	/** Values for the texts. */
	readonly values: Readonly<Record<string, number | string>>;
	/** None where only a person can mend it. */
	readonly fixes: readonly Fix[];
}

/** A finding, its severity from the table. */
export const findingOf = (
	rule: RuleId,
	trackId: string | undefined,
	span: Span | undefined,
	values: Finding['values'],
	fixes: readonly Fix[],
): Finding => ({
	rule,
	severity: rules[rule],
	...(trackId !== undefined && { trackId }),
	...(span && { span }),
	values,
	fixes,
});

type Capitalised<S extends string> = S extends `${infer A}-${infer B}`
	? `${A}${Capitalize<Capitalised<B>>}`
	: S;

/** The rule's key in the message catalogue: `lengthNot4nPlus1`. */
export type RuleTextKey = { [R in RuleId]: Capitalised<R> }[RuleId];

export const ruleTextKey = (rule: RuleId): RuleTextKey =>
	rule.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()) as RuleTextKey;
