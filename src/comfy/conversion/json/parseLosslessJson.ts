import { fail, ok, type Result } from '#core/result.ts';
import { replaceOutsideStrings } from './replaceOutsideStrings.ts';
import { unusedMark } from './unusedMark.ts';

/**
 * JSON whose whole numbers beyond 2^53 - 1 stay exact: they come as `bigint`, every other number as `number`.
 * ComfyUI's seeds go to 2^64 - 1; a seed that is rounded by one draws another picture, or is refused as too large.
 * Bare `NaN` and `Infinity`, which Python writes, are read as null.
 * @returns the value, or the parser's own words. Never throws. Cost: linear, one pass more when there are such numbers.
 */
export function parseLosslessJson(text: string): Result<unknown, string> {
	const parsed = parse(text);
	if (parsed.ok) return longDigits.test(text) ? ok(exact(text, parsed.value)) : parsed;
	const mended = replaceOutsideStrings(text, (part) => part.replace(bareNumber, 'null'));
	return mended === text || !parse(mended).ok ? parsed : parseLosslessJson(mended);
}

const longDigits = /\d{16}/;
const bareNumber = /-?\b(?:NaN|Infinity)\b/g;

/** @param text valid JSON. */
function exact(text: string, plain: unknown): unknown {
	const mark = unusedMark(text);
	let marked = false;
	const guarded = replaceOutsideStrings(text, (part) =>
		part.replace(number, (token) => {
			if (!longInteger.test(token) || Number.isSafeInteger(Number(token))) return token;
			marked = true;
			return `"${mark}${token}"`;
		}),
	);
	return marked ? unmark(JSON.parse(guarded), mark) : plain;
}

const number = /-?\d[\d.eE+-]*/g;
const longInteger = /^-?\d{16,}$/;

/** In place: the value is ours alone. */
function unmark(value: unknown, mark: string): unknown {
	if (typeof value === 'string')
		return value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value;
	if (Array.isArray(value)) {
		for (const [index, item] of value.entries()) value[index] = unmark(item, mark);
	} else if (typeof value === 'object' && value !== null) {
		const record = value as Record<string, unknown>;
		for (const key of Object.keys(record)) {
			const item = record[key];
			const plain = unmark(item, mark);
			// Defined, not assigned: a key named __proto__ stays a plain key.
			if (plain !== item) Object.defineProperty(record, key, { value: plain, ...plainProperty });
		}
	}
	return value;
}

const plainProperty = { enumerable: true, configurable: true, writable: true };

function parse(text: string): Result<unknown, string> {
	try {
		return ok(JSON.parse(text));
	} catch (cause) {
		return fail(cause instanceof Error ? cause.message : String(cause));
	}
}
