import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	createTrack,
	documentSchema,
	emptyDocument,
	type WanDocument,
} from '../document/document.ts';
import { frameSamples } from '../trajectory/frameSamples.ts';
import { tracksFromSamples } from './tracksToDocument.ts';

const document: WanDocument = {
	...emptyDocument,
	image: {
		sha256: 'a'.repeat(64),
		width: 1920,
		height: 1080,
		name: 'a.png',
		mediaType: 'image/png',
	},
};

let ids = 0;
const createId = () => `id-${ids++}`;
const importOf = (...samples: Float64Array[]) => tracksFromSamples(document, samples, createId);
const samplesOf = (position: (share: number) => [number, number]) =>
	Float64Array.from(Array.from({ length: 121 }, (_, i) => position(i / 120)).flat());

function deviation(samples: Float64Array): number {
	const [again] = frameSamples({ ...document, tracks: importOf(samples) });
	let farthest = 0;
	for (let i = 0; i < 121; i++)
		farthest = Math.max(
			farthest,
			Math.hypot(
				samples[i * 2]! - again!.samples[i * 2]!,
				samples[i * 2 + 1]! - again!.samples[i * 2 + 1]!,
			),
		);
	return farthest;
}

test('any tracks come back within half a frame pixel, their ends exactly', () => {
	const coordinate = fc.integer({ min: -20_000, max: 100_000 }).map((n) => n / 100);
	const anySamples = fc
		.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 121 })
		.map((places) =>
			samplesOf((share) => places[Math.round(share * (places.length - 1))] as [number, number]),
		);
	fc.assert(
		fc.property(anySamples, (samples) => {
			expect(deviation(samples)).toBeLessThan(0.5);
			const [again] = frameSamples({ ...document, tracks: importOf(samples) });
			expect([...again!.samples.slice(0, 2)]).toEqual([...samples.slice(0, 2)]);
			expect([...again!.samples.slice(-2)]).toEqual([...samples.slice(-2)]);
		}),
		{ numRuns: 40 },
	);
});

test('a straight even track is two roving points', () => {
	const [track] = importOf(samplesOf((s) => [100 + 300 * s, 50 + 20 * s]));
	expect(track!.points).toHaveLength(2);
	expect(track!.points.every((p) => p.time === undefined)).toBe(true);
	expect(track!.timing).toEqual({ start: 0, end: 1, easing: 'linear' });
});

test('stillness at the ends becomes timing', () => {
	const [track] = importOf(
		samplesOf((s) => [100 + 300 * Math.min(1, Math.max(0, (s - 0.25) * 2)), 50]),
	);
	expect(track!.points).toHaveLength(2);
	expect(track!.timing).toMatchObject({ start: 0.25, end: 0.75 });
});

test('a still track is a pin', () => {
	const [track] = importOf(samplesOf(() => [12, 34]));
	expect(track).toMatchObject({ kind: 'pin', name: 'Pin 1' });
	expect(track!.points).toHaveLength(1);
});

test('a curve takes few points', () => {
	const circle = samplesOf((s) => [400 + 120 * Math.cos(6.28 * s), 240 + 120 * Math.sin(6.28 * s)]);
	expect(deviation(circle)).toBeLessThan(0.5);
	expect(importOf(circle)[0]!.points.length).toBeLessThanOrEqual(20);
});

test('an eased pace is found again', () => {
	const [track] = importOf(samplesOf((s) => [100 + 400 * s * s, 100]));
	expect(track!.timing.easing).toBe('easeIn');
	expect(track!.points).toHaveLength(2);
});

test('an uneven pace keeps its times', () => {
	const uneven = samplesOf((s) => [100 + 400 * s + 40 * Math.sin(9 * s), 100]);
	expect(deviation(uneven)).toBeLessThan(0.5);
	expect(importOf(uneven)[0]!.points.some((p) => p.time !== undefined)).toBe(true);
});

test('names, colours and ids go on from what is there, and the result is a legal document', () => {
	const there = {
		...document,
		tracks: [createTrack(document, 'old', 'path', [{ x: 1, y: 1, mode: 'smooth' }])],
	};
	const tracks = tracksFromSamples(
		there,
		[samplesOf((s) => [s * 10, 0]), samplesOf((s) => [s * 20, 0])],
		createId,
	);
	expect(tracks.map((t) => [t.name, t.color])).toEqual([
		['Track 2', 2],
		['Track 3', 3],
	]);
	expect(new Set(tracks.map((t) => t.id)).size).toBe(2);
	expect(documentSchema.safeParse({ ...there, tracks }).success).toBe(true);
});

test('without an image the frame is the image', () => {
	const [track] = tracksFromSamples(emptyDocument, [samplesOf((s) => [s * 100, 7])], createId);
	expect(track!.points.map(({ x, y }) => [x, y])).toEqual([
		[0, 7],
		[100, 7],
	]);
});
