import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ControlPoint, createTrack, emptyDocument } from '../document/document.ts';
import { reverseTrack } from '../edit/pathEdits.ts';
import { paceAt, withPace } from './pace.ts';
import { sampleTrack } from './sampleTrack.ts';

const point: ControlPoint = { x: 50, y: 0, mode: 'smooth', time: 0.5 };
const line = (middle: ControlPoint) =>
	createTrack(emptyDocument, 't', 'path', [
		{ x: 0, y: 0, mode: 'smooth' },
		middle,
		{ x: 100, y: 0, mode: 'smooth' },
	]);
const pace = fc.double({ min: 0, max: 10, noNaN: true });

test('one side is set without the other, both together join them', () => {
	const broken = withPace(point, 0, 'out');
	expect(broken).toMatchObject({ pace: 0, paceIn: 1 });
	expect(withPace(broken, 0, 'in')).toEqual({ ...point, pace: 0 });
	expect(withPace(broken, 1)).toEqual(point);
});

test('a stop that goes on at once: fast until the point, from a standstill after it', () => {
	const samples = sampleTrack(line(withPace(point, 0, 'out')));
	const step = (i: number) => samples[2 * i + 2]! - samples[2 * i]!;
	expect(step(59)).toBeGreaterThan(0.7);
	expect(step(60)).toBeLessThan(0.1);
	expect(samples[120]).toBeCloseTo(50, 6);
});

test('whatever the paces, the track never turns back and is where its keys say', () => {
	fc.assert(
		fc.property(pace, pace, (before, after) => {
			const samples = sampleTrack(line(withPace(withPace(point, before, 'in'), after, 'out')));
			for (let i = 2; i < samples.length; i += 2)
				expect(samples[i]).toBeGreaterThanOrEqual(samples[i - 2]! - 1e-6);
			expect(samples[120]).toBeCloseTo(50, 6);
			expect(samples[240]).toBeCloseTo(100, 6);
		}),
		{ numRuns: 60 },
	);
});

test('reversed twice the paces are as before, once they have changed sides', () => {
	fc.assert(
		fc.property(pace, pace, (before, after) => {
			const track = line(withPace(withPace(point, before, 'in'), after, 'out'));
			const turned = reverseTrack(track);
			expect(paceAt(turned.points[1]!, 'in')).toBe(paceAt(track.points[1]!, 'out'));
			expect(paceAt(turned.points[1]!, 'out')).toBe(paceAt(track.points[1]!, 'in'));
			expect(reverseTrack(turned).points[1]).toEqual(track.points[1]);
		}),
		{ numRuns: 40 },
	);
});
