import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDeeperThan } from './jsonDepth.ts';
import { parseLosslessJson } from './parseLosslessJson.ts';
import { stringifyLosslessJson } from './stringifyLosslessJson.ts';

const parse = (text: string): unknown => {
	const parsed = parseLosslessJson(text);
	if (!parsed.ok) throw new Error(parsed.error);
	return parsed.value;
};

test('whole numbers beyond 2^53 - 1 stay exact, every other number is a number', () => {
	expect(
		parse(
			'[18446744073709551615, 9007199254740991, -9007199254740993, 1e21, 0.1, 123456789012345.75]',
		),
	).toEqual([
		18446744073709551615n,
		9007199254740991,
		-9007199254740993n,
		1e21,
		0.1,
		123456789012345.75,
	]);
});

test('digits inside strings and keys are text', () => {
	const text = '{"18446744073709551615":"18446744073709551615","a\\"18446744073709551615":1}';
	expect(stringifyLosslessJson(parse(text))).toBe(text);
});

test('a string that looks like our own mark stays a string', () => {
	const tricky = {
		a: 'integer:5',
		b: ':integer:6',
		c: '\u0000integer:7',
		d: '\\u0000integer:8',
		e: 2n ** 64n,
	};
	expect(parse(stringifyLosslessJson(tricky))).toEqual(tricky);
});

test('bare NaN and Infinity are null, inside strings they stay', () => {
	expect(parse('{"NaN":[NaN,-Infinity,Infinity,"NaN, Infinity"]}')).toEqual({
		NaN: [null, null, null, 'NaN, Infinity'],
	});
});

test('what is no JSON is an error in words', () => {
	for (const text of ['', '{', '{"a":}', '"unterminated', 'NaN NaN'])
		expect(parseLosslessJson(text)).toMatchObject({ ok: false, error: expect.any(String) });
});

test('a key named __proto__ is a key', () => {
	const parsed = parse('{"__proto__":18446744073709551615}');
	expect(Object.entries(parsed as object)).toEqual([['__proto__', 18446744073709551615n]]);
});

test('writing and reading gives the same value back', () => {
	const bigint = fc.bigInt({ min: 2n ** 53n, max: 2n ** 70n });
	const json = fc.letrec((tie) => ({
		value: fc.oneof(
			{ maxDepth: 4 },
			fc.jsonValue({ maxDepth: 0 }),
			bigint,
			bigint.map((value) => -value),
			fc.array(tie('value')),
			fc.dictionary(fc.string(), tie('value')),
		),
	})).value;
	fc.assert(
		fc.property(json, fc.constantFrom(undefined, '\t'), (value, indent) => {
			const text = stringifyLosslessJson(value, indent);
			expect(stringifyLosslessJson(parse(text), indent)).toBe(text);
		}),
	);
});

test('reads what JSON.parse reads, as it reads it', () => {
	fc.assert(
		fc.property(fc.json(), (text) => {
			const numbers = (_: string, item: unknown) =>
				typeof item === 'bigint' ? Number(item) : item;
			expect(JSON.stringify(parse(text), numbers)).toBe(JSON.stringify(JSON.parse(text)));
		}),
	);
});

test('hostile text costs no more than its length', () => {
	// Each of these takes minutes with a pattern that looks for the end of a string again and again.
	const length = 2_000_000;
	expect(parseLosslessJson(`NaN"${'\\"'.repeat(length)}`).ok).toBe(false);
	expect(parseLosslessJson(`[${'"'.repeat(length)}`).ok).toBe(false);
	expect(parseLosslessJson('['.repeat(length)).ok).toBe(false);
});

test('depth counts lists and objects', () => {
	expect(isDeeperThan([[{}]], 3)).toBe(false);
	expect(isDeeperThan([[{}]], 2)).toBe(true);
	expect(isDeeperThan('text', 0)).toBe(false);
});

test('a big number below a hundred thousand lists is read, whatever the depth of calls', () => {
	const depth = 100_000;
	const parsed = parseLosslessJson(`${'['.repeat(depth)}18446744073709551615${']'.repeat(depth)}`);
	let value: unknown = parsed.ok ? parsed.value : undefined;
	while (Array.isArray(value)) [value] = value as readonly unknown[];
	expect(value).toBe(2n ** 64n - 1n);
});
