import { fail, ok, type Result } from '#core/result.ts';
import type { InputInfo, NodeClassInfo, ObjectInfo } from './objectInfo.ts';

/**
 * Reads GET /object_info (or /object_info/CLASS): which node classes there are and what their inputs take.
 * Combos come as V1 `[[...choices], {...}]`, V3 `["COMBO", {options}]` and dynamic `["COMFY_DYNAMICCOMBO_V3", ...]`.
 * A class or input of a shape we do not know is left out, not an error: custom nodes invent shapes.
 * @param json the parsed body. @returns an error in words only when it is no object at all.
 */
export function readObjectInfo(json: unknown): Result<ObjectInfo, string> {
	if (!isRecord(json)) return fail('object_info is not an object');
	const classes = new Map<string, NodeClassInfo>();
	for (const [name, entry] of Object.entries(json)) {
		if (!isRecord(entry)) continue;
		classes.set(name, {
			name,
			displayName: text(entry.display_name) ?? name,
			isOutput: entry.output_node === true,
			inputs: readInputs(entry.input, 0),
		});
	}
	return ok(classes);
}

/** Dynamic combos nest; real ones go 3 deep. */
const maxDepth = 8;

function readInputs(input: unknown, depth: number): Readonly<Record<string, InputInfo>> {
	const inputs: Record<string, InputInfo> = Object.create(null);
	if (!isRecord(input) || depth > maxDepth) return inputs;
	for (const group of ['required', 'optional'] as const) {
		const entries = input[group];
		if (!isRecord(entries)) continue;
		for (const [name, spec] of Object.entries(entries)) {
			const read = readInput(spec, group === 'required', depth);
			if (read) inputs[name] = read;
		}
	}
	return inputs;
}

function readInput(spec: unknown, required: boolean, depth: number): InputInfo | undefined {
	if (!Array.isArray(spec)) return undefined;
	const type: unknown = spec[0];
	const options = isRecord(spec[1]) ? spec[1] : {};
	if (Array.isArray(type)) return choice(type, options, required);
	switch (type) {
		case 'COMBO':
			return choice(Array.isArray(options.options) ? options.options : [], options, required);
		case 'COMFY_DYNAMICCOMBO_V3':
			return dynamicChoice(options, required, depth);
		case 'INT':
			return {
				required,
				kind: 'int',
				default: number(options.default),
				min: safeInteger(options.min),
				max: safeInteger(options.max),
				step: number(options.step),
			};
		case 'FLOAT':
			return {
				required,
				kind: 'float',
				default: number(options.default),
				min: number(options.min),
				max: number(options.max),
				step: number(options.step),
			};
		case 'STRING':
			return {
				required,
				kind: 'text',
				default: text(options.default),
				multiline: options.multiline === true,
			};
		case 'BOOLEAN':
			return {
				required,
				kind: 'boolean',
				default: typeof options.default === 'boolean' ? options.default : undefined,
			};
		default:
			return typeof type === 'string' ? { required, kind: 'link', type } : undefined;
	}
}

function choice(
	values: readonly unknown[],
	options: Readonly<Record<string, unknown>>,
	required: boolean,
): InputInfo {
	return {
		required,
		kind: 'choice',
		choices: values.filter(isPlain).map(String),
		default: isPlain(options.default) ? String(options.default) : undefined,
		upload: Object.entries(options).some(([key, on]) => key.endsWith('_upload') && on === true),
	};
}

function dynamicChoice(
	options: Readonly<Record<string, unknown>>,
	required: boolean,
	depth: number,
): InputInfo {
	const choices: string[] = [];
	const inputs: Record<string, Readonly<Record<string, InputInfo>>> = Object.create(null);
	for (const option of Array.isArray(options.options) ? options.options : []) {
		if (!isRecord(option) || !isPlain(option.key)) continue;
		const key = String(option.key);
		choices.push(key);
		inputs[key] = readInputs(option.inputs, depth + 1);
	}
	return { required, kind: 'dynamicChoice', choices, inputs };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isPlain = (value: unknown): value is string | number | boolean =>
	typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
const text = (value: unknown): string | undefined =>
	typeof value === 'string' ? value : undefined;
const number = (value: unknown): number | undefined =>
	typeof value === 'number' ? value : undefined;

/** ComfyUI's seeds go to 2^64-1, JavaScript's whole numbers to 2^53-1. */
const safeInteger = (value: unknown): number | undefined =>
	typeof value === 'number'
		? Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, value))
		: undefined;
