import { fail, ok, type Result } from '../../result.ts';
import type { FoundValue } from '../atiTypes.ts';
import { type FormatError, formatLimits } from '../formatTypes.ts';

/* Values out of parsed JSON, with the place of what is wrong. */

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** An own value: what a prototype would give is none. */
export const own = (object: unknown, key: string): unknown =>
	isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;

/** A finite number, also written as text; undefined otherwise. */
export function numberIn(object: unknown, key: string): number | undefined {
	const value = own(object, key);
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

export const textIn = (object: unknown, key: string): string | undefined => {
	const value = own(object, key);
	return typeof value === 'string' ? value : undefined;
};

export const nameIn = (object: unknown): { readonly name?: string } => {
	const name = textIn(object, 'name')?.trim().slice(0, 200);
	return name ? { name } : {};
};

export interface XY {
	readonly x: number;
	readonly y: number;
}

/** A list of `{x, y}`. */
export const readPoints = (value: unknown, path: string): Result<XY[], FormatError> =>
	readList(value, path, (item, here) => {
		if (!isObject(item)) return badValue(here, item);
		const x = coordinate(own(item, 'x'), `${here}.x`);
		if (!x.ok) return x;
		const y = coordinate(own(item, 'y'), `${here}.y`);
		return y.ok ? ok({ x: x.value, y: y.value }) : y;
	});

/** A list of `[x, y]`; further numbers in a pair are left. */
export const readPairs = (value: unknown, path: string): Result<XY[], FormatError> =>
	readList(value, path, (item, here) => {
		if (!Array.isArray(item) || item.length < 2) return badValue(here, item);
		const x = coordinate(item[0], `${here}[0]`);
		if (!x.ok) return x;
		const y = coordinate(item[1], `${here}[1]`);
		return y.ok ? ok({ x: x.value, y: y.value }) : y;
	});

export function readList<T>(
	value: unknown,
	path: string,
	readItem: (item: unknown, path: string) => Result<T, FormatError>,
): Result<T[], FormatError> {
	if (!Array.isArray(value))
		return value === undefined ? fail({ kind: 'missing', path }) : badValue(path, value);
	const { points: limit } = formatLimits;
	if (value.length > limit)
		return fail({ kind: 'tooLarge', what: 'points', size: value.length, limit });
	const items: T[] = [];
	for (let i = 0; i < value.length; i++) {
		const item = readItem(value[i], `${path}[${i}]`);
		if (!item.ok) return item;
		items.push(item.value);
	}
	return ok(items);
}

export function coordinate(value: unknown, path: string): Result<number, FormatError> {
	if (value === undefined) return fail({ kind: 'missing', path });
	const number =
		typeof value === 'string' && /^\s*[-+]?[\d.]+(e[-+]?\d+)?\s*$/i.test(value)
			? Number(value)
			: value;
	if (typeof number !== 'number' || !Number.isFinite(number)) return badValue(path, value);
	if (Math.abs(number) > formatLimits.coordinate)
		return fail({ kind: 'outOfRange', path, value: number });
	return ok(number);
}

export const badValue = (path: string, value: unknown): Result<never, FormatError> =>
	fail({ kind: 'badValue', path, found: foundOf(value) });

function foundOf(value: unknown): FoundValue {
	if (value === null || value === undefined) return 'null';
	if (Array.isArray(value)) return 'list';
	if (typeof value === 'number')
		return Number.isNaN(value) ? 'NaN' : Number.isFinite(value) ? 'number' : 'Infinity';
	if (typeof value === 'string') return 'text';
	return typeof value === 'boolean' ? 'boolean' : 'object';
}
