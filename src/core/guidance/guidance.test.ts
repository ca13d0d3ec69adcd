import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guidanceOfTracks } from './guidanceOfTracks.ts';
import { influenceWeights, writeInfluence } from './influenceWeights.ts';
import { isLegalLength } from './legalLength.ts';
import { sampleIndexOfFrame } from './sampleIndexOfFrame.ts';

const legal = fc.integer({ min: 5, max: 400 }).filter(isLegalLength);

test('the sample of each frame, as measured on the node', () => {
	const of81 = [...sampleIndexOfFrame(81)];
	expect(of81.slice(0, 8)).toEqual([0, 1, 3, 4, 6, 7, 9, 10]);
	expect(of81.slice(-3)).toEqual([117, 118, 120]);
	expect([...sampleIndexOfFrame(61)]).toEqual(Array.from({ length: 61 }, (_, k) => 2 * k));
	expect([...sampleIndexOfFrame(49)].slice(-3)).toEqual([114, 116, 119]);
	expect([...sampleIndexOfFrame(33)].slice(-3)).toEqual([110, 113, 117]);
	expect([...sampleIndexOfFrame(17)]).toEqual([
		0, 1, 9, 16, 24, 31, 39, 46, 54, 61, 69, 76, 84, 91, 99, 106, 114,
	]);
	expect([...sampleIndexOfFrame(5)]).toEqual([0, 2, 32, 62, 92]);
	expect([...sampleIndexOfFrame(161)].slice(0, 8)).toEqual([0, 1, 2, 2, 3, 4, 5, 5]);
});

test('samples never run backwards or out of range', () => {
	fc.assert(
		fc.property(legal, (length) => {
			const indices = sampleIndexOfFrame(length);
			for (let k = 1; k < length; k++) {
				expect(indices[k]).toBeGreaterThanOrEqual(indices[k - 1]!);
				expect(indices[k]).toBeLessThanOrEqual(120);
			}
		}),
	);
});

test('an illegal length is a bug of the caller', () => {
	expect(() => sampleIndexOfFrame(121)).toThrow('Length 121');
});

test('a pin stays where it is in every frame and latent step', () => {
	fc.assert(
		fc.property(legal, (length) => {
			const pin = new Float64Array(242).map((_, i) => (i % 2 === 0 ? 30 : 40));
			const { frames, latents, latentLength } = guidanceOfTracks([pin], length);
			for (let k = 0; k < length; k++)
				expect([...frames.subarray(k * 3, k * 3 + 3)]).toEqual([30, 40, 1]);
			for (let j = 0; j < latentLength; j++)
				expect([...latents.subarray(j * 3, j * 3 + 3)]).toEqual([30, 40, j === 0 ? 1 : 4]);
		}),
		{ numRuns: 20 },
	);
});

test('81 points of a track in 81 frames go invisible after frame 53', () => {
	const { frames } = guidanceOfTracks([new Float64Array(162).fill(5)], 81);
	expect([frames[53 * 3 + 2], frames[54 * 3 + 2]]).toEqual([1, 0]);
});

test('no tracks, no influence but the start image itself', () => {
	const size = { width: 64, height: 48, temperature: 220, topk: 2 };
	const { weights, rows, columns } = influenceWeights(guidanceOfTracks([], 5), size);
	expect([rows, columns]).toEqual([6, 8]);
	expect(new Set(weights.subarray(0, 48))).toEqual(new Set([1]));
	expect(new Set(weights.subarray(48))).toEqual(new Set([0]));
});

test('coincident tracks add up to topk times one', () => {
	const pin = new Float64Array(242).fill(0);
	const guidance = guidanceOfTracks([pin, pin, pin], 5);
	const heaviest = (topk: number) => {
		const out = new Float32Array(64);
		writeInfluence(guidance, { width: 64, height: 64, temperature: 10, topk }, 1, out);
		return out[0]!;
	};
	expect(heaviest(1)).toBeCloseTo(1, 3);
	expect(heaviest(2)).toBeCloseTo(2, 3);
	expect(heaviest(10)).toBeCloseTo(3, 3);
});
