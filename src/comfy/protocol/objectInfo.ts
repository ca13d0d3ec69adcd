/** What one input of a node class takes. */
export type InputInfo = { readonly required: boolean } & (
	| {
			readonly kind: 'choice';
			readonly choices: readonly string[];
			readonly default: string | undefined;
			/** Files may be uploaded into it, so the server validates by looking at the disk, not at this list. */
			readonly upload: boolean;
	  }
	/** A choice that brings inputs of its own (`COMFY_DYNAMICCOMBO_V3`): sent as `name` and `name.child`. */
	| {
			readonly kind: 'dynamicChoice';
			readonly choices: readonly string[];
			readonly inputs: Readonly<Record<string, Readonly<Record<string, InputInfo>>>>;
	  }
	| {
			readonly kind: 'int' | 'float';
			readonly default: number | undefined;
			/** The server checks these two (step it never checks). Integers are capped at 2^53-1. */
			readonly min: number | undefined;
			readonly max: number | undefined;
			readonly step: number | undefined;
	  }
	| { readonly kind: 'text'; readonly default: string | undefined; readonly multiline: boolean }
	| { readonly kind: 'boolean'; readonly default: boolean | undefined }
	/** Taken from another node; `type` as the server writes it, e.g. `MODEL`. */
	| { readonly kind: 'link'; readonly type: string }
);

export interface NodeClassInfo {
	readonly name: string;
	readonly displayName: string;
	readonly isOutput: boolean;
	readonly inputs: Readonly<Record<string, InputInfo>>;
}

/** Node classes that a server has, by name. */
export type ObjectInfo = ReadonlyMap<string, NodeClassInfo>;

/** Choices of an input, of either kind; undefined when the class or input is missing or takes no choice. */
export function choicesOf(
	info: ObjectInfo,
	classType: string,
	input: string,
): readonly string[] | undefined {
	const found = info.get(classType)?.inputs[input];
	return found && (found.kind === 'choice' || found.kind === 'dynamicChoice')
		? found.choices
		: undefined;
}

export interface NumberLimits {
	readonly min: number | undefined;
	readonly max: number | undefined;
	readonly step: number | undefined;
	readonly default: number | undefined;
	readonly integer: boolean;
}

/** Limits of a number input; undefined when it is none. */
export function limitsOf(
	info: ObjectInfo,
	classType: string,
	input: string,
): NumberLimits | undefined {
	const found = info.get(classType)?.inputs[input];
	if (!found || (found.kind !== 'int' && found.kind !== 'float')) return undefined;
	const { min, max, step } = found;
	return { min, max, step, default: found.default, integer: found.kind === 'int' };
}
