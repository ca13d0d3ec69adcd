import { isRecord } from '../json/isRecord.ts';

/** One input as object_info declares it, V1 or V3. */
export interface InputSpec {
	readonly name: string;
	/** `COMBO` for both forms of a choice; else what the server writes: `INT`, `MODEL`, `IMAGE,MASK`, `*`. */
	readonly type: string;
	readonly optional: boolean;
	readonly options: Readonly<Record<string, unknown>>;
	/** Of a COMBO. */
	readonly choices: readonly unknown[];
}

/** @param raw `["INT", {...}]`, `[["a", "b"], {...}]` or `["COMBO", {"options": [...]}]`; undefined for any other shape. */
export function readInputSpec(
	name: string,
	raw: unknown,
	optional: boolean,
): InputSpec | undefined {
	if (!Array.isArray(raw)) return undefined;
	const [type, given] = raw as readonly unknown[];
	const options = isRecord(given) ? given : {};
	if (Array.isArray(type)) return { name, type: 'COMBO', optional, options, choices: type };
	if (typeof type !== 'string') return undefined;
	const choices = type === 'COMBO' && Array.isArray(options.options) ? options.options : [];
	return { name, type, optional, options, choices };
}

/** Specs of an `input` object: the required ones, then the optional ones, each in the server's order. */
export function readInputSpecs(raw: unknown, prefix = ''): readonly InputSpec[] {
	if (!isRecord(raw)) return [];
	const specs = new Map<string, InputSpec>();
	for (const group of ['required', 'optional'] as const) {
		const entries = raw[group];
		if (!isRecord(entries)) continue;
		for (const [key, entry] of Object.entries(entries)) {
			const spec = readInputSpec(prefix + key, entry, group === 'optional');
			if (spec) specs.set(key, spec);
		}
	}
	return [...specs.values()];
}

/** The type that decides which control the page shows; the socket keeps `type`. */
export const widgetTypeOf = (spec: InputSpec): string =>
	typeof spec.options.widgetType === 'string' ? spec.options.widgetType : spec.type;

/** `forceInput` makes a socket of what would be a widget. */
export const isForced = (spec: InputSpec): boolean => Boolean(spec.options.forceInput);
