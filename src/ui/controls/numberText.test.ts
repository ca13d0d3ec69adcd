import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitNumber, formatNumber, parseNumber, stepOf } from './numberText.ts';

const decimals = { decimals: 1, maxDecimals: 2 };

test('decimals beyond those always shown appear only where they count', () => {
	expect(formatNumber(6, decimals)).toBe('6.0');
	expect(formatNumber(3.25, decimals)).toBe('3.25');
	expect(formatNumber(404, { decimals: 0, maxDecimals: 0 })).toBe('404');
	expect(formatNumber(220, { decimals: 0, maxDecimals: 1 })).toBe('220');
});

test('comma, point, spaces between thousands and a typographic minus are read', () => {
	expect(parseNumber(' 1 234,5 ')).toBe(1234.5);
	expect(parseNumber('−.5')).toBe(-0.5);
	expect(parseNumber('2e3')).toBe(2000);
});

test('what is no number is none', () => {
	for (const text of ['', 'abc', '1,2,3', '--1', 'NaN', 'Infinity', '1e999', '0x10'])
		expect(parseNumber(text), text).toBeUndefined();
});

test('what is shown is read back as the same number', () => {
	fc.assert(
		fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
			const fitted = fitNumber(value, decimals);
			for (const sign of ['.', ','])
				expect(parseNumber(formatNumber(fitted, decimals, sign))).toBeCloseTo(fitted, 10);
		}),
		{ numRuns: 200 },
	);
});

test('a number is held to its limits', () => {
	expect(fitNumber(140, { min: 1, max: 100, decimals: 0, maxDecimals: 0 })).toBe(100);
	expect(fitNumber(-3, { min: 1, max: 100, decimals: 0, maxDecimals: 0 })).toBe(1);
});

test('Shift is ten steps, Alt a tenth, never finer than what is kept', () => {
	const none = { shiftKey: false, altKey: false };
	expect(stepOf(0.1, 2, none)).toBe(0.1);
	expect(stepOf(0.1, 2, { ...none, shiftKey: true })).toBe(1);
	expect(stepOf(0.1, 2, { ...none, altKey: true })).toBeCloseTo(0.01, 10);
	expect(stepOf(1, 0, { ...none, altKey: true })).toBe(1);
});
