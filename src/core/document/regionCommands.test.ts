import { expect, test } from 'vitest';
import { applyCommand } from './applyCommand.ts';
import { createTrack, documentSchema, emptyDocument, type Region } from './document.ts';

const tracks = ['a', 'b', 'c'].map((id) =>
	createTrack(emptyDocument, id, 'pin', [{ x: 1, y: 1, mode: 'smooth' }]),
);
const ring = [
	{ x: 0, y: 0 },
	{ x: 9, y: 0 },
	{ x: 9, y: 9 },
];
const region = (id: string, ...trackIds: string[]): Region => ({
	id,
	name: id,
	trackIds,
	rings: [ring],
	feather: 2,
});
const document = { ...emptyDocument, tracks, regions: [region('r', 'a', 'b'), region('s', 'c')] };
const trackIdsOf = ({ regions }: typeof emptyDocument) => regions.map(({ trackIds }) => trackIds);

test('a region is added, and put in the place of the one with its id', () => {
	const put = (r: Region) => applyCommand(document, { type: 'region/put', region: r });
	expect(put(region('t', 'b')).regions.map(({ id }) => id)).toEqual(['r', 's', 't']);
	expect(put({ ...region('r', 'a'), name: 'Fox' }).regions[0]).toMatchObject({ name: 'Fox' });
	expect(put(region('r', 'a')).regions[1]).toBe(document.regions[1]);
	expect(trackIdsOf(put(region('t', 'c', 'nobody')))[2]).toEqual(['c']);
	expect(put(region('t', 'nobody'))).toBe(document);
	expect(documentSchema.parse(put(region('t', 'b'))).regions).toHaveLength(3);
});

test('a region is removed; an unknown one changes nothing', () => {
	const remove = (...regionIds: string[]) =>
		applyCommand(document, { type: 'region/remove', regionIds });
	expect(remove('r').regions).toEqual([document.regions[1]]);
	expect(remove('nobody')).toBe(document);
});

test('tracks that go leave their regions, and a region without tracks goes', () => {
	const without = (...trackIds: string[]) =>
		applyCommand(document, { type: 'track/remove', trackIds });
	expect(trackIdsOf(without('a'))).toEqual([['b'], ['c']]);
	expect(trackIdsOf(without('a', 'b'))).toEqual([['c']]);
	expect(without('a').regions[1]).toBe(document.regions[1]);
	const last = applyCommand(document, { type: 'point/remove', trackId: 'c', indices: [0] });
	expect(trackIdsOf(last)).toEqual([['a', 'b']]);
	expect(applyCommand(document, { type: 'tracks/replace', tracks: [] }).regions).toEqual([]);
	const kept = applyCommand(document, { type: 'tracks/replace', tracks });
	expect(kept.regions).toBe(document.regions);
});
