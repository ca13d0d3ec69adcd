import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markLimits, marksOf, parseTags } from './resultMarks.ts';

test('a job of an earlier version has no marks, and a damaged part takes no other with it', () => {
	expect(marksOf({})).toEqual({ stars: 0, tags: [], note: '' });
	expect(marksOf({ marks: { stars: 4 } })).toEqual({ stars: 4, tags: [], note: '' });
	expect(marksOf({ marks: { stars: 9, tags: 'x', note: 'good sky' } })).toEqual({
		stars: 0,
		tags: [],
		note: 'good sky',
	});
	expect(marksOf({ marks: 7 })).toEqual({ stars: 0, tags: [], note: '' });
});

test('whatever is stored, the marks are whole', () => {
	fc.assert(
		fc.property(fc.anything(), (marks) => {
			const { stars, tags, note } = marksOf({ marks });
			expect(Number.isInteger(stars) && stars >= 0 && stars <= markLimits.stars).toBe(true);
			expect(tags.every((tag) => typeof tag === 'string')).toBe(true);
			expect(typeof note).toBe('string');
		}),
		{ numRuns: 60 },
	);
});

test('tags are trimmed and each is there once', () => {
	expect(parseTags(' sky, hero shot ,SKY,, to  show;x')).toEqual([
		'sky',
		'hero shot',
		'to show',
		'x',
	]);
});

test('tags that are written out and read again stay what they are', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
			const tags = parseTags(text);
			expect(parseTags(tags.join(', '))).toEqual(tags);
			expect(tags.length).toBeLessThanOrEqual(markLimits.tags);
		}),
		{ numRuns: 100 },
	);
});
