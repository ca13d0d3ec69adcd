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

/** In place: the value is ours alone. With a list of what is open, as files may nest deeper than calls can. */
function unmark(root: unknown, mark: string): unknown {
	const plain = (value: unknown): unknown =>
		typeof value === 'string' && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value;
	const open: unknown[] = [root];
	for (let holder = open.pop(); holder !== undefined; holder = open.pop()) {
		if (typeof holder !== 'object' || holder === null) continue;
		const record = holder as Record<string, unknown>;
		for (const key of Object.keys(record)) {
			const item = record[key];
			if (typeof item === 'object' && item !== null) open.push(item);
			const value = plain(item);
			// Defined, not assigned: a key named __proto__ stays a plain key.
			if (value !== item) Object.defineProperty(record, key, { value, ...plainProperty });
		}
	}
	return plain(root);
}

const plainProperty = { enumerable: true, configurable: true, writable: true };

function parse(text: string): Result<unknown, string> {
	try {
		return ok(JSON.parse(text));
	} catch (cause) {
		return fail(cause instanceof Error ? cause.message : String(cause));
	}
}
