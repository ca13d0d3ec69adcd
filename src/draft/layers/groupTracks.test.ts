import { expect, test } from 'vitest';
import { framePositions } from '../framePositions.ts';
import { samplesOf, still } from '../testing/testPictures.ts';
import { groupTracks, isStill, movesAlike } from './groupTracks.ts';

const path = (samples: Float64Array) => framePositions(samples, 21);
const right = path(samplesOf((u) => [10 + 90 * u, 20]));
const rightToo = path(samplesOf((u) => [40 + 90 * u, 30]));
const up = path(samplesOf((u) => [20, 30 - 90 * u]));

test('tracks on one object that keep their distance are one group', () => {
	expect(groupTracks([right, up, rightToo], () => true)).toEqual([[0, 2], [1]]);
});

test('tracks on different objects stay apart', () => {
	expect(groupTracks([right, rightToo], () => false)).toEqual([[0], [1]]);
});

test('it is enough that one of two objects holds the other start', () => {
	expect(groupTracks([right, rightToo], (a) => a === 0)).toEqual([[0, 1]]);
	expect(groupTracks([right, rightToo], (a) => a === 1)).toEqual([[0, 1]]);
});

test('knows what moves alike and what is still', () => {
	expect(movesAlike(right, rightToo)).toBe(true);
	expect(movesAlike(right, up)).toBe(false);
	expect(isStill(path(still(3, 4)))).toBe(true);
	expect(isStill(right)).toBe(false);
});
