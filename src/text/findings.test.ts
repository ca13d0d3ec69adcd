import { expect, test } from 'vitest';
import { parseAtiTracks } from '#core/formats/atiTracks.ts';
import { parseProject } from '#core/formats/projectFile.ts';
import { fixKinds, ruleIds, ruleTextKey } from '#core/lint/rules.ts';
import { findings as en } from './en/findings.ts';
import { findings as fr } from './fr/findings.ts';

const values = {
	length: 121,
	width: 845,
	height: 480,
	track: 'Red balloon',
	x: -5,
	y: 3,
	hidden: 0,
	count: 2,
	other: 'Pin 1',
	atX: 0,
	atY: 3,
	px: 430,
	limit: 416,
	from: 1.2,
	to: 1.5,
	weight: '1.77',
	topk: 10,
	extra: '0.50',
	hertz: 4,
	percent: 3,
};

const atiError = (text: string): string => {
	const result = parseAtiTracks(text);
	return result.ok ? 'no error' : en.atiError(result.error);
};

test('every rule and fix has complete texts in both languages', () => {
	for (const findings of [en, fr]) {
		const sentences = [
			...ruleIds.flatMap((rule) => {
				const text = findings[ruleTextKey(rule)];
				return [text.title(values), text.detail(values)];
			}),
			...fixKinds.map((kind) => findings.fixes[kind](values)),
		];
		for (const sentence of sentences) {
			expect(sentence.length).toBeGreaterThan(3);
			expect(sentence).not.toMatch(/undefined|NaN|\[object/);
		}
	}
});

test('the place and the reason are in the sentence', () => {
	expect(atiError('[[{"x":1,"y":2}],[{"x":1,"y":null}]]')).toBe('tracks[1][0].y is null.');
	expect(atiError('[[{"x":1,"y":NaN}]]')).toBe('tracks[0][0].y is NaN.');
	expect(atiError('[[{"x":1}]]')).toBe('tracks[0][0] has no y.');
	expect(atiError('[[[1,2]]]')).toContain('tracks[0][0] is a pair of numbers');
	const project = parseProject('{"format":"wan-ati project","version":1,"document":5}');
	expect(!project.ok && en.projectError(project.error)).toBe(
		'The project is damaged: document has the wrong type.',
	);
});

test('notes name tracks from 1 and keep long lists short', () => {
	const note = en.atiNote({
		kind: 'fewerSamples',
		count: 81,
		tracks: [0, 1, 2, 3, 4, 5, 6],
		treatment: 'spread',
	});
	expect(note).toContain('Tracks 1, 2, 3, 4, 5 and 2 more with 81 points instead of 121');
});
