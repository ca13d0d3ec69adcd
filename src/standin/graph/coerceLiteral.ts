import type { InputIssue } from './inputIssues.ts';
import type { InputSpec } from './nodeClasses.ts';

/**
 * A literal as ComfyUI takes it: `int()`, `float()`, `str()` or `bool()` of the value, then min and max; never step.
 * @example coerceLiteral('steps', '4', ['INT', { min: 1 }]).value // 4
 */
export function coerceLiteral(
	name: string,
	value: unknown,
	spec: InputSpec,
): { readonly value: unknown; readonly issue?: InputIssue } {
	const type = spec[0];
	const info = { input_name: name, input_config: spec, received_value: value };
	const converted = convert(type, value);
	if (converted instanceof Error) {
		return {
			value,
			issue: {
				type: 'invalid_input_type',
				message: `Failed to convert an input value to a ${String(type)} value`,
				details: `${name}, ${pythonStr(value)}, ${converted.message}`,
				extra_info: { ...info, exception_message: converted.message },
			},
		};
	}
	if (typeof converted !== 'number') return { value: converted };
	const { min, max } = (spec[1] ?? {}) as { min?: number; max?: number };
	const received = { ...info, received_value: converted };
	if (min !== undefined && converted < min) {
		const message = `Value ${converted} smaller than min of ${min}`;
		return {
			value,
			issue: { type: 'value_smaller_than_min', message, details: name, extra_info: received },
		};
	}
	if (max !== undefined && converted > max) {
		const message = `Value ${converted} bigger than max of ${max}`;
		return {
			value,
			issue: { type: 'value_bigger_than_max', message, details: name, extra_info: received },
		};
	}
	return { value: converted };
}

function convert(type: InputSpec[0], value: unknown): unknown {
	switch (type) {
		case 'INT':
			return toInt(value);
		case 'FLOAT':
			return toFloat(value);
		case 'STRING':
			return pythonStr(value);
		case 'BOOLEAN':
			return Boolean(value);
		default:
			return value;
	}
}

function toInt(value: unknown): number | Error {
	if (typeof value === 'number') return Math.trunc(value);
	if (typeof value === 'boolean') return Number(value);
	if (typeof value === 'string') {
		return /^\s*[+-]?\d+\s*$/.test(value)
			? Number(value)
			: new Error(`invalid literal for int() with base 10: ${pythonRepr(value)}`);
	}
	return new Error(
		`int() argument must be a string, a bytes-like object or a real number, not '${pythonType(value)}'`,
	);
}

function toFloat(value: unknown): number | Error {
	if (typeof value === 'number') return value;
	if (typeof value === 'boolean') return Number(value);
	if (typeof value === 'string') {
		const number = Number(value);
		return value.trim() !== '' && !Number.isNaN(number)
			? number
			: new Error(`could not convert string to float: ${pythonRepr(value)}`);
	}
	return new Error(
		`float() argument must be a string or a real number, not '${pythonType(value)}'`,
	);
}

/** Python's name of a JSON value's type. */
export function pythonType(value: unknown): string {
	if (value === null || value === undefined) return 'NoneType';
	if (Array.isArray(value)) return 'list';
	if (typeof value === 'string') return 'str';
	if (typeof value === 'boolean') return 'bool';
	if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
	return 'dict';
}

/** Python's `repr` of a JSON value. */
export function pythonRepr(value: unknown): string {
	if (typeof value === 'string') return value.includes("'") ? `"${value}"` : `'${value}'`;
	if (value === null || value === undefined) return 'None';
	if (typeof value === 'boolean') return value ? 'True' : 'False';
	if (Array.isArray(value)) return `[${value.map(pythonRepr).join(', ')}]`;
	if (typeof value === 'object') {
		const entries = Object.entries(value).map(([k, v]) => `${pythonRepr(k)}: ${pythonRepr(v)}`);
		return `{${entries.join(', ')}}`;
	}
	return String(value);
}

/** Python's `str` of a JSON value. */
export const pythonStr = (value: unknown): string =>
	typeof value === 'string' ? value : pythonRepr(value);
