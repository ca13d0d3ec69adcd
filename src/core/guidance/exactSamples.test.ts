import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTrack, emptyDocument, type WanDocument } from '../document/document.ts';
import { frameSamples } from '../trajectory/frameSamples.ts';
import { exactDifference, exactSamples } from './exactSamples.ts';
import { exactSampleTimes } from './exactSampleTimes.ts';
import { guidanceOfTracks } from './guidanceOfTracks.ts';
import { isLegalLength } from './legalLength.ts';
import { sampleIndexOfFrame } from './sampleIndexOfFrame.ts';

const legal = fc.integer({ min: 5, max: 400 }).filter(isLegalLength);
const image = {
	sha256: 'a'.repeat(64),
	width: 832,
	height: 480,
	name: 'a.png',
	mediaType: 'image/png',
};

const straight = (length: number): WanDocument => {
	const document = { ...emptyDocument, image, frame: { ...emptyDocument.frame, length } };
	const track = createTrack(document, 'a', 'path', [
		{ x: 0, y: 100, mode: 'smooth' },
		{ x: 800, y: 100, mode: 'smooth' },
	]);
	return { ...document, tracks: [track] };
};

test('times rise from 0 to at most 1, and each frame reads its own when no other frame shares the sample', () => {
	fc.assert(
		fc.property(legal, (length) => {
			const times = exactSampleTimes(length);
			expect(times).toHaveLength(121);
			for (let i = 1; i < 121; i++) expect(times[i]).toBeGreaterThanOrEqual(times[i - 1]!);
			expect(times[120]).toBeLessThanOrEqual(1);
			if (length > 121) return;
			sampleIndexOfFrame(length).forEach((index, frame) => {
				expect(times[index]).toBeCloseTo(frame / (length - 1), 12);
			});
		}),
		{ numRuns: 40 },
	);
});

test('an even move is read evenly: each frame lies where its time says', () => {
	fc.assert(
		fc.property(
			legal.filter((length) => length < 121),
			(length) => {
				const [exact] = exactSamples(straight(length));
				const { frames } = guidanceOfTracks([exact!.samples], length);
				for (let k = 0; k < length; k++)
					expect(frames[k * 3]).toBeCloseTo((800 * k) / (length - 1), 1);
			},
		),
		{ numRuns: 20 },
	);
});

test('81 frames read plainly are up to 4.4 px off at 800 px in a clip; the difference is told', () => {
	expect(exactDifference(straight(81))).toBeCloseTo(3.33, 1);
	expect(exactDifference(straight(61))).toBeCloseTo(0, 1);
});

test('off by default; the flag of the document turns it on everywhere', () => {
	const plain = straight(81);
	const exact = { ...plain, shot: { ...plain.shot, exactSamples: true } };
	expect(frameSamples(plain)[0]!.samples).not.toEqual(exactSamples(plain)[0]!.samples);
	expect(frameSamples(exact)[0]!.samples).toEqual(exactSamples(plain)[0]!.samples);
	expect(exactDifference(exact)).toBe(exactDifference(plain));
});

test('asking for the exact samples leaves the plain ones remembered', () => {
	const document = straight(81);
	const before = frameSamples(document)[0];
	expect(exactDifference(document)).toBeGreaterThan(0);
	expect(frameSamples({ ...document })[0]).toBe(before);
});
