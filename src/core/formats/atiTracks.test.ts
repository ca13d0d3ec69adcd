import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AtiNote, atiLimits, parseAtiTracks, serializeAtiTracks } from './atiTracks.ts';

const points = (count: number, step = 1) =>
	Array.from({ length: count }, (_, i) => ({ x: i * step, y: 10 }));

function read(text: string): { tracks: Float64Array[]; notes: AtiNote[] } {
	const result = parseAtiTracks(text);
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
}

const errorOf = (text: string) => {
	const result = parseAtiTracks(text);
	return result.ok ? 'no error' : result.error;
};

test('what is written is read back, without a note, and is what ComfyUI wants', () => {
	const coordinate = fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 100);
	const track = fc.array(coordinate, { minLength: 242, maxLength: 242 });
	fc.assert(
		fc.property(fc.array(track, { minLength: 1, maxLength: 4 }), (lists) => {
			const samples = lists.map((list) => Float64Array.from(list, (v) => v + 0));
			const text = serializeAtiTracks(samples);
			expect(read(text)).toEqual({ tracks: samples, notes: [] });
			expect(text).not.toMatch(/\s|'|\.\d{3}|e/);
		}),
		{ numRuns: 30 },
	);
});

test('writes compactly, 2 decimals at most', () => {
	const samples = new Float64Array(242).fill(0.126);
	samples[0] = 12;
	samples[1] = -0.001;
	expect(serializeAtiTracks([samples])).toMatch(/^\[\[\{"x":12,"y":0\},\{"x":0.13,"y":0.13\},/);
	expect(serializeAtiTracks([])).toBe('[]');
});

test('never writes what spoils a video', () => {
	expect(() => serializeAtiTracks([new Float64Array(162)])).toThrow('81 samples');
	expect(() => serializeAtiTracks([new Float64Array(242).fill(Number.NaN)])).toThrow('NaN');
});

test('a bare track is one track', () => {
	const { tracks, notes } = read(JSON.stringify(points(121)));
	expect(tracks).toHaveLength(1);
	expect(notes).toEqual([{ kind: 'bareTrack' }]);
});

test('of batches the first is used, and that is said', () => {
	const { tracks, notes } = read(JSON.stringify([[points(121)], [points(121), points(121)]]));
	expect(tracks).toHaveLength(1);
	expect(notes).toEqual([{ kind: 'batches', count: 2 }]);
});

test('Python quotes are read', () => {
	const { tracks, notes } = read(JSON.stringify([points(121)]).replaceAll('"', "'"));
	expect(tracks[0]![2]).toBe(1);
	expect(notes).toEqual([{ kind: 'singleQuotes' }]);
});

test('numbers as text and extra keys are read, and that is said', () => {
	const list = points(121).map(({ x, y }) => ({ x: `${x}.5`, y, visible: true, label: "l'eau" }));
	const { tracks, notes } = read(JSON.stringify([list]));
	expect(tracks[0]![2]).toBe(1.5);
	expect(notes).toEqual([
		{ kind: 'numericStrings', count: 121 },
		{ kind: 'extraKeys', keys: ['visible', 'label'] },
	]);
});

test('where all tracks are short they are spread over the clip', () => {
	const { tracks, notes } = read(JSON.stringify([points(81)]));
	expect(tracks[0]![0]).toBe(0);
	expect(tracks[0]![60 * 2]).toBe(40);
	expect(tracks[0]![240]).toBe(80);
	expect(notes).toEqual([{ kind: 'fewerSamples', count: 81, tracks: [0], treatment: 'spread' }]);
});

test('a short track beside one of 121 points is released, and is written as it was read', () => {
	const text = JSON.stringify([points(121), points(81)]);
	const { tracks, notes } = read(text);
	expect(tracks.map((track) => track.length / 2)).toEqual([121, 81]);
	expect(notes).toEqual([{ kind: 'fewerSamples', count: 81, tracks: [1], treatment: 'release' }]);
	expect(serializeAtiTracks(tracks, [121, 81])).toBe(text);
	expect(() => serializeAtiTracks(tracks)).toThrow('81');
});

test('a short track is held at its end when asked for', () => {
	const result = parseAtiTracks(JSON.stringify([points(81)]), { short: 'hold' });
	expect(result.ok && [result.value.tracks[0]![160], result.value.tracks[0]![240]]).toEqual([
		80, 80,
	]);
});

test('a long track is cut as ComfyUI does, or spread when asked for', () => {
	const text = JSON.stringify([points(162)]);
	expect(read(text).tracks[0]![240]).toBe(120);
	expect(read(text).notes).toEqual([
		{ kind: 'moreSamples', count: 162, tracks: [0], treatment: 'cut' },
	]);
	const spread = parseAtiTracks(text, { long: 'spread' });
	expect(spread.ok && spread.value.tracks[0]![240]).toBe(161);
});

test('one point is held for the whole clip', () => {
	const { tracks, notes } = read('[[{"x":3,"y":4}]]');
	expect([...new Set(tracks[0])]).toEqual([3, 4]);
	expect(notes).toEqual([{ kind: 'singlePoints', tracks: [0] }]);
});

const bad = (value: string) =>
	JSON.stringify([points(121), points(121), points(121)]).replaceAll(
		'{"x":17,"y":10}',
		`{"x":17,"y":${value}}`,
	);

test.each([
	['', { kind: 'empty' }],
	[' \n ', { kind: 'empty' }],
	['[', { kind: 'notJson', line: 1, column: 2 }],
	['[{"x":1,\n"y":1', { kind: 'notJson', line: 2, column: 6 }],
	['[[{x:1,y:2}]]', { kind: 'notJson' }],
	['[]', { kind: 'noTracks' }],
	['{}', { kind: 'notAList', path: 'tracks', found: 'object' }],
	['{"tracks":[]}', { kind: 'notAList', path: 'tracks', found: 'object' }],
	['5', { kind: 'notAList', path: 'tracks', found: 'number' }],
	['null', { kind: 'notAList', path: 'tracks', found: 'null' }],
	['"abc"', { kind: 'notAList', path: 'tracks', found: 'text' }],
	['[[]]', { kind: 'emptyTrack', path: 'tracks[0]' }],
	['[[[]]]', { kind: 'emptyTrack', path: 'tracks[0][0]' }],
	['[[{"x":1,"y":2}],[]]', { kind: 'emptyTrack', path: 'tracks[1]' }],
	['[[{"x":1,"y":2}],{"x":1,"y":2}]', { kind: 'notAList', path: 'tracks[1]', found: 'object' }],
	['[{}]', { kind: 'missing', path: 'tracks[0]', key: 'x' }],
	['[[{"x":1}]]', { kind: 'missing', path: 'tracks[0][0]', key: 'y' }],
	['[[[1,2],[3,4]]]', { kind: 'notAPoint', path: 'tracks[0][0]', found: 'pair' }],
	['[1,2]', { kind: 'notAPoint', path: 'tracks[0]', found: 'number' }],
	['[[{"x":1,"y":2},null]]', { kind: 'notAPoint', path: 'tracks[0][1]', found: 'null' }],
	[bad('null'), { kind: 'badNumber', path: 'tracks[0][17].y', found: 'null' }],
	[bad('NaN'), { kind: 'badNumber', path: 'tracks[0][17].y', found: 'NaN' }],
	[bad('-Infinity'), { kind: 'badNumber', path: 'tracks[0][17].y', found: 'Infinity' }],
	[bad('1e999'), { kind: 'badNumber', path: 'tracks[0][17].y', found: 'Infinity' }],
	[bad('"nan"'), { kind: 'badNumber', path: 'tracks[0][17].y', found: 'NaN' }],
	[bad('"left"'), { kind: 'badNumber', path: 'tracks[0][17].y', found: 'text' }],
	[bad('true'), { kind: 'badNumber', path: 'tracks[0][17].y', found: 'boolean' }],
	[bad('[1]'), { kind: 'badNumber', path: 'tracks[0][17].y', found: 'list' }],
	[bad('1e30'), { kind: 'outOfRange', path: 'tracks[0][17].y', value: 1e30, limit: 1e6 }],
	['[{"__proto__":{"x":1,"y":1}}]', { kind: 'missing', path: 'tracks[0]', key: 'x' }],
])('refuses %.40s', (text, error) => {
	expect(errorOf(text)).toMatchObject(error);
});

test('the place is the first wrong value of the right track', () => {
	const lists = [points(121), points(121), points(121)] as { x: number; y: number | null }[][];
	lists[2]![17]!.y = null;
	expect(errorOf(JSON.stringify(lists))).toEqual({
		kind: 'badNumber',
		path: 'tracks[2][17].y',
		found: 'null',
	});
});

test('any text gives a result, never an exception', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
			expect(typeof parseAtiTracks(text).ok).toBe('boolean');
		}),
		{ numRuns: 200 },
	);
	expect(parseAtiTracks('['.repeat(1_000_000)).ok).toBe(false);
	expect(parseAtiTracks(`["${'\\\\x'.repeat(4_000_000)}",NaN]`).ok).toBe(false);
	expect(errorOf('x'.repeat(atiLimits.characters + 1))).toMatchObject({ kind: 'tooLong' });
});
