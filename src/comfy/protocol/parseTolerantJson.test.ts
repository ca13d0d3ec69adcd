import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTolerantJson } from './parseTolerantJson.ts';

test('reads every JSON as JSON.parse does', () => {
	fc.assert(
		fc.property(fc.json(), (text) => {
			expect(parseTolerantJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
		}),
	);
});

test('reads bare NaN and infinities outside strings as null, and leaves strings alone', () => {
	const text = '{"a":NaN,"b":[-Infinity,Infinity],"c":"NaN, \\"Infinity\\"","NaN":1}';
	expect(parseTolerantJson(text)).toEqual({
		ok: true,
		value: { a: null, b: [null, null], c: 'NaN, "Infinity"', NaN: 1 },
	});
});

test('says why other text is no JSON and never throws', () => {
	fc.assert(fc.property(fc.string(), (text) => void parseTolerantJson(text)));
	expect(parseTolerantJson('<!doctype html>').ok).toBe(false);
});
