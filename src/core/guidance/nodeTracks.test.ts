import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeTracks } from './nodeTracks.ts';

const reasonOf = (text: string, length = 81) => {
	const read = nodeTracks(text, length);
	return read.ok ? 'ok' : read.error.python;
};
const read = (text: string) => {
	const result = nodeTracks(text, 81);
	if (!result.ok) throw new Error(result.error.kind);
	return result.value;
};

test.each([
	['5', 'TypeError'],
	['null', 'TypeError'],
	['"abc"', 'TypeError'],
	['{"x":1,"y":2}', 'TypeError'],
	['{"tracks":[[{"x":1,"y":2}]]}', 'TypeError'],
	['[[]]', 'IndexError'],
	['[[[]]]', 'ValueError'],
	['[[{"x":1,"y":2}],[]]', 'ValueError'],
	['[{}]', 'KeyError'],
	['[[{}]]', 'KeyError'],
	['[[{"x":1}]]', 'KeyError'],
	['[[[1,2],[3,4]]]', 'TypeError'],
	['[[{"x":"left","y":2}]]', 'ValueError'],
])('%s: the node ends with %s', (text, python) => {
	expect(reasonOf(text)).toBe(python);
});

test.each(['[]', '', '  ', '{}', 'not json', `[[{"x":1,"y":2,"label":"it's"}]]`])(
	'%j: no tracks, without a word, at any length',
	(text) => {
		expect(nodeTracks(text, 121)).toEqual({ ok: true, value: { tracks: [], spoiltBy: null } });
	},
);

test('a list of tracks, one bare track and a list of batches are the same', () => {
	const points = '{"x":1,"y":2},{"x":3,"y":4}';
	const [track] = read(`[[${points}]]`).tracks;
	expect([...track!]).toEqual([1, 2, 3, 4]);
	expect(read(`[${points}]`).tracks).toEqual([track]);
	expect(read(`[[[${points}]],[[{"x":9,"y":9}]]]`).tracks).toEqual([track]);
	expect(read(`[[{'x':"1",'y':2,'visible':0},{'x':3,'y':4}]]`).tracks).toEqual([track]);
});

test('121 points at most; lengths that crash are refused once there are tracks', () => {
	const points = (count: number) => JSON.stringify([Array(count).fill({ x: 1, y: 2 })]);
	expect(read(points(162)).tracks[0]).toHaveLength(242);
	expect(read(points(81)).tracks[0]).toHaveLength(162);
	for (const length of [1, 4, 80, 121, 241, 361])
		expect(reasonOf(points(3), length)).toBe('RuntimeError');
});

test('a first point that is no number spoils the video; a later one does nothing', () => {
	expect(read('[[{"x":NaN,"y":2},{"x":3,"y":4}]]').spoiltBy).toBe(0);
	expect(read('[[{"x":1,"y":2}],[{"x":null,"y":2}]]').spoiltBy).toBe(1);
	expect(read('[[{"x":1,"y":2},{"x":-Infinity,"y":4}]]').spoiltBy).toBeNull();
});

test('never throws, whatever the text', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
			const result = nodeTracks(text, 81);
			if (result.ok)
				for (const track of result.value.tracks) expect(track.length).toBeLessThanOrEqual(242);
		}),
	);
});
