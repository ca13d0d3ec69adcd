import { expect, test } from 'vitest';
import { emptyDocument, type Track } from '#core/document/document.ts';
import { results } from '#text/en/results.ts';
import { fakeJob } from '../testing/createFakeJobs.ts';
import { isSamePlan, shotDifferences } from './shotDifferences.ts';

const words = results.differences;
const track = (id: string, y: number): Track => ({
	id,
	name: `Thing ${id}`,
	color: 1,
	visible: true,
	locked: false,
	kind: 'pin',
	points: [{ x: 0, y, mode: 'smooth' }],
	closed: false,
	timing: { start: 0, end: 1, easing: 'linear' },
});

test('the same shot has no differences', () => {
	expect(shotDifferences(fakeJob({ number: 1 }), fakeJob({ number: 2 }), words)).toEqual([]);
});

test('each setting that differs is a row with both values', () => {
	const { shot } = emptyDocument;
	const other = { ...emptyDocument, shot: { ...shot, cfg: 5, temperature: 99 } };
	const rows = shotDifferences(
		fakeJob({ number: 1, seed: 40 }),
		fakeJob({ number: 2, seed: 41, document: other }),
		words,
	);
	expect(rows).toEqual([
		{ name: 'Seed', a: '40', b: '41' },
		{ name: 'CFG', a: String(shot.cfg), b: '5' },
		{ name: 'Temperature', a: String(shot.temperature), b: '99' },
	]);
});

test('a draft has no seed to differ in', () => {
	const draft = (number: number) => fakeJob({ number, engine: 'draft', seed: number });
	expect(shotDifferences(draft(1), draft(2), words)).toEqual([]);
});

test('tracks that moved, came or went are named once', () => {
	const a = { ...emptyDocument, tracks: [track('a', 0), track('b', 0), track('c', 0)] };
	const b = { ...emptyDocument, tracks: [track('a', 0), track('b', 9), track('d', 0)] };
	const rows = shotDifferences(
		fakeJob({ number: 1, document: a }),
		fakeJob({ number: 2, document: b }),
		words,
	);
	expect(rows).toEqual([{ name: 'Tracks', a: '', b: 'changed: Thing b, Thing c, Thing d' }]);
});

test('the plan is the same when the very samples are', () => {
	expect(isSamePlan({ tracksJson: '[1]' }, { tracksJson: '[1]' })).toBe(true);
	expect(isSamePlan({ tracksJson: '[1]' }, { tracksJson: '[2]' })).toBe(false);
});
