import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTrack, documentSchema, emptyDocument, type Track } from '../document/document.ts';
import { sampleTrack } from '../trajectory/sampleTrack.ts';
import { generateMotion } from './generateMotion.ts';
import { type GeneratorId, generatorIds, motions } from './motions.ts';

const start = { x: 300, y: 200 };
const options = { distance: 400, size: 80, cycles: 3, seed: 1 };

const trackOf = (id: GeneratorId, seconds = 5, own = options): Track => {
	const points = generateMotion(id, start, own, seconds, { start: 0, end: 1 });
	return createTrack(emptyDocument, id, 'path', points);
};

test.each(generatorIds)('%s: the keys make the motion, within 5 px at every sample', (id) => {
	const samples = sampleTrack(trackOf(id));
	const { at } = motions[id](options, 5);
	const origin = at(0);
	for (let i = 0; i <= 120; i++) {
		const { x, y } = at(i / 120);
		const off = Math.hypot(
			samples[i * 2]! - (start.x + x - origin.x),
			samples[i * 2 + 1]! - (start.y + y - origin.y),
		);
		expect(off).toBeLessThan(5);
	}
});

test('any options give a valid track that begins where it is told', () => {
	const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
	fc.assert(
		fc.property(
			fc.constantFrom(...generatorIds),
			fc.record({
				distance: number(-2000, 2000),
				size: number(1, 1000),
				cycles: fc.integer({ min: 1, max: 20 }),
				seed: fc.nat(100),
			}),
			number(0.1, 60),
			(id, own, seconds) => {
				const track = trackOf(id, seconds, own);
				expect(track.points[0]).toMatchObject(start);
				expect(track.points.length).toBeLessThanOrEqual(400);
				expect(documentSchema.safeParse({ ...emptyDocument, tracks: [track] }).success).toBe(true);
				const times = track.points.slice(1, -1).map((p) => p.time!);
				expect(times).toEqual(times.toSorted((a, b) => a - b));
				expect(sampleTrack(track).every(Number.isFinite)).toBe(true);
			},
		),
		{ numRuns: 100 },
	);
});

test('what is thrown comes down at the height it left, what falls lands below', () => {
	const thrown = sampleTrack(trackOf('gravity'));
	expect([thrown[240], thrown[241]]).toEqual([700, 200]);
	expect(thrown[121]).toBeCloseTo(120, 0);
	expect(sampleTrack(trackOf('bounce'))[241]).toBeCloseTo(280, 6);
});

test('the handheld shake stays below 2 Hz', () => {
	const xs = sampleTrack(trackOf('handheld', 5)).filter((_, i) => i % 2 === 0);
	let turns = 0;
	for (let i = 2; i < xs.length; i++)
		if ((xs[i]! - xs[i - 1]!) * (xs[i - 1]! - xs[i - 2]!) < 0) turns++;
	// A wave of 2 Hz turns back 4 times a second.
	expect(turns).toBeLessThan(5 * 4);
});

test('the keys lie between the start and the end of the timing', () => {
	const points = generateMotion('walk', start, options, 2, { start: 0.25, end: 0.5 });
	for (const { time } of points.slice(1, -1)) {
		expect(time).toBeGreaterThan(0.25);
		expect(time).toBeLessThan(0.5);
	}
});
