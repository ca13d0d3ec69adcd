import { describe, expect, test } from 'vitest';
import { type NodeTrack, parseNodeTracks, samplesPerTrack } from './parseNodeTracks.ts';

const tracksOf = (text: string): NodeTrack[] => {
	const parsed = parseNodeTracks(text);
	if (!Array.isArray(parsed)) throw new Error(parsed.message);
	return parsed;
};

const points = (count: number): unknown[] =>
	Array.from({ length: count }, (_, i) => ({ x: i, y: 2 * i }));

describe('the shapes that the node accepts', () => {
	test.each([
		['a list of tracks', JSON.stringify([points(3)])],
		['one bare track', JSON.stringify(points(3))],
		['a list of batches', JSON.stringify([[points(3)]])],
		['single quotes', "[[{'x': 0, 'y': 0}, {'x': 1, 'y': 2}, {'x': 2, 'y': 4}]]"],
		['numbers as strings', '[[{"x":"0","y":"0"},{"x":"1","y":"2"},{"x":"2","y":"4"}]]'],
	])('%s', (_name, text) => {
		const [track, ...others] = tracksOf(text);
		expect(others).toEqual([]);
		expect([...(track?.xy.subarray(0, 6) ?? [])]).toEqual([0, 0, 1, 2, 2, 4]);
	});

	test('short tracks are padded with invisible zeros, long ones cut', () => {
		const [short, long] = tracksOf(JSON.stringify([points(81), points(162)]));
		expect(short?.visible.reduce((a, b) => a + b, 0)).toBe(81);
		expect([short?.xy[162], short?.xy[163]]).toEqual([0, 0]);
		expect(long?.visible.every((v) => v === 1)).toBe(true);
		expect(long?.xy).toHaveLength(2 * samplesPerTrack);
		expect(long?.xy[240]).toBe(120);
	});

	test('null and NaN are no numbers, Infinity is itself', () => {
		const [track] = tracksOf('[[{"x":null,"y":NaN},{"x":Infinity,"y":-Infinity}]]');
		expect([...(track?.xy.subarray(0, 4) ?? [])]).toEqual([
			Number.NaN,
			Number.NaN,
			Number.POSITIVE_INFINITY,
			Number.NEGATIVE_INFINITY,
		]);
	});
});

test.each(['', '   ', '[]', '{}', '[[{"x":1,', "[[{'x': 1, 'name': 'it's'}]]"])(
	'%j means no tracks and no error',
	(text) => {
		expect(parseNodeTracks(text)).toEqual([]);
	},
);

test.each([
	['5', 'TypeError', "'int' object is not iterable"],
	['null', 'TypeError', "'NoneType' object is not iterable"],
	['"abc"', 'TypeError', "string indices must be integers, not 'str'"],
	['{"x":1,"y":2}', 'TypeError', "string indices must be integers, not 'str'"],
	['{"tracks":[]}', 'TypeError', "string indices must be integers, not 'str'"],
	['[[]]', 'IndexError', 'list index out of range'],
	['[{}]', 'KeyError', '0'],
	['[[{}]]', 'KeyError', "'x'"],
	['[[{"x":1}]]', 'KeyError', "'y'"],
	['[[[1,2],[3,4]]]', 'TypeError', "'int' object is not subscriptable"],
])('%s raises %s', (text, exceptionType, message) => {
	expect(parseNodeTracks(text)).toEqual({ exceptionType, message });
});

test.each(['[[[]]]', '[[{"x":1,"y":2}],[]]'])('%s raises for its empty track', (text) => {
	expect(parseNodeTracks(text)).toMatchObject({ exceptionType: 'ValueError' });
});
