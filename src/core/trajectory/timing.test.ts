import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	createTrack,
	easings,
	emptyDocument,
	type Timing,
	type Track,
} from '../document/document.ts';
import { cubicBezier } from './cubicBezier.ts';
import { ease } from './easing.ts';
import { releasedAt } from './releasedAt.ts';
import { sampleTrack } from './sampleTrack.ts';

const line = (timing: Partial<Timing>): Track => ({
	...createTrack(emptyDocument, 't', 'path', [
		{ x: 0, y: 0, mode: 'corner' },
		{ x: 120, y: 0, mode: 'corner' },
	]),
	timing: { start: 0, end: 1, easing: 'linear', ...timing },
});
const xs = (timing: Partial<Timing>) => sampleTrack(line(timing)).filter((_, i) => i % 2 === 0);

test('every easing begins at 0 and ends at 1', () => {
	for (const easing of easings) {
		expect(ease({ easing }, 0)).toBeCloseTo(0, 12);
		expect(ease({ easing }, 1)).toBeCloseTo(1, 12);
	}
});

test('back goes beyond the end along the path and comes back', () => {
	const back = xs({ easing: 'back' });
	expect(Math.max(...back)).toBeGreaterThan(125);
	expect(back[120]).toBe(120);
	expect([...sampleTrack(line({ easing: 'back' }))].filter((_, i) => i % 2 === 1)).toEqual(
		Array(121).fill(0),
	);
});

test('steps stand and jump, hold waits for the end', () => {
	expect(new Set(xs({ easing: 'steps', steps: 4 }))).toEqual(new Set([0, 30, 60, 90, 120]));
	expect(xs({ easing: 'steps', steps: 4 })[30]).toBe(30);
	expect(new Set(xs({ easing: 'hold' }).slice(0, 120))).toEqual(new Set([0]));
	expect(xs({ easing: 'hold' })[120]).toBe(120);
});

test('hold stands at each time key until the next', () => {
	const track = line({ easing: 'hold' });
	const [a, b] = track.points;
	const keyed = { ...track, points: [a!, { x: 60, y: 0, mode: 'corner' as const, time: 0.5 }, b!] };
	const values = sampleTrack(keyed).filter((_, i) => i % 2 === 0);
	expect(values[59]).toBe(0);
	expect(values[60]).toBeCloseTo(60, 9);
	expect(values[119]).toBeCloseTo(60, 9);
});

test('a Bezier easing is the CSS one: ease at a half is 0.8024', () => {
	expect(cubicBezier(0.25, 0.1, 0.25, 1, 0.5)).toBeCloseTo(0.8024, 4);
	const unit = fc.double({ min: 0, max: 1, noNaN: true });
	fc.assert(
		fc.property(unit, unit, unit, (x1, x2, x) => {
			expect(cubicBezier(x1, x1, x2, x2, x)).toBeCloseTo(x, 6);
		}),
	);
});

test('passes follow each other without a gap, and the last one holds', () => {
	const thrice = xs({ start: 0, end: 0.25, repeat: { count: 3, pingPong: false } });
	expect(thrice[15]).toBeCloseTo(60, 9);
	expect(thrice[45]).toBeCloseTo(60, 9);
	expect(thrice[75]).toBeCloseTo(60, 9);
	expect([...thrice.slice(90)]).toEqual(Array(31).fill(120));
});

test('to and fro goes back the way it came and never jumps', () => {
	const fro = xs({ start: 0, end: 0.25, repeat: { count: 4, pingPong: true } });
	expect(fro[30]).toBeCloseTo(120, 9);
	expect(fro[45]).toBeCloseTo(60, 9);
	expect(fro[60]).toBeCloseTo(0, 9);
	expect(fro[120]).toBe(0);
	for (let i = 1; i <= 120; i++) expect(Math.abs(fro[i]! - fro[i - 1]!)).toBeLessThan(4.01);
});

test('a release counts the sample at its moment, at least 2, and none is 121', () => {
	expect(releasedAt(line({}))).toBe(121);
	expect(releasedAt(line({ release: 1 }))).toBe(121);
	expect(releasedAt(line({ release: 0.5 }))).toBe(61);
	expect(releasedAt(line({ release: 24 / 120 }))).toBe(25);
	expect(releasedAt(line({ release: 0 }))).toBe(2);
});
