import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzzyMatch } from './fuzzyMatch.ts';

const rank = (query: string, labels: readonly string[]) =>
	labels
		.map((label) => ({ label, score: fuzzyMatch(query, label)?.score ?? Number.NEGATIVE_INFINITY }))
		.sort((a, b) => b.score - a.score)
		.map(({ label }) => label);

test('letters must come in order; case, accents and spaces do not count', () => {
	expect(fuzzyMatch('epg', 'Outil : Épingle')?.places).toEqual([8, 9, 12]);
	expect(fuzzyMatch('FIT view', 'Fit the frame in view')).toBeDefined();
	expect(fuzzyMatch('nip', 'Pin')).toBeUndefined();
	expect(fuzzyMatch('', 'Pin')).toEqual({ score: 0, places: [] });
});

test('beginnings of words and letters in a row come first', () => {
	expect(rank('zo', ['Frames: freeze or go', 'Zoom in'])[0]).toBe('Zoom in');
	expect(rank('tk', ['Track list', 'Time key on or off'])[0]).toBe('Time key on or off');
	expect(rank('pen', ['Close or open the path', 'Tool: Pen'])[0]).toBe('Tool: Pen');
});

test('a label matches itself, and whatever matches are its own letters in order', () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 4 }), (label, query) => {
			expect(fuzzyMatch(label, label)).toBeDefined();
			const places = fuzzyMatch(query, label)?.places ?? [];
			expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
		}),
	);
});
