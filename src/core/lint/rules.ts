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
} as const satisfies Readonly<Record<string, Severity>>;

export type RuleId = keyof typeof rules;
export const ruleIds = Object.keys(rules) as readonly RuleId[];

/** What a fix does; the catalogue has a label for each. */
export const fixKinds = ['useLength', 'useSize', 'showTracks', 'moveStart', 'moveTrack'] as const;
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

/** One thing to know about a document. */
export interface Finding {
	readonly rule: RuleId;
	readonly severity: Severity;
	readonly trackId?: string;
	/** Values for the texts. */
	readonly values: Readonly<Record<string, number | string>>;
	/** None where only a person can mend it. */
	readonly fixes: readonly Fix[];
}

type Capitalised<S extends string> = S extends `${infer A}-${infer B}`
	? `${A}${Capitalize<Capitalised<B>>}`
	: S;

/** The rule's key in the message catalogue: `lengthNot4nPlus1`. */
export type RuleTextKey = { [R in RuleId]: Capitalised<R> }[RuleId];

export const ruleTextKey = (rule: RuleId): RuleTextKey =>
	rule.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()) as RuleTextKey;
