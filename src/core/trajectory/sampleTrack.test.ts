import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ControlPoint, easings, type Track, wholeClip } from '../document/document.ts';
import { sampleTrack } from './sampleTrack.ts';

const at = (x: number, y: number, rest: Partial<ControlPoint> = {}): ControlPoint => ({
	x,
	y,
	mode: 'smooth',
	...rest,
});

const trackOf = (points: readonly ControlPoint[], rest: Partial<Track> = {}): Track => ({
	id: 't',
	name: 'Track 1',
	color: 1,
	visible: true,
	locked: false,
	kind: 'path',
	points,
	closed: false,
	timing: wholeClip,
	...rest,
});

const sample = (track: Track, i: number): [number, number] => {
	const samples = sampleTrack(track);
	return [samples[i * 2]!, samples[i * 2 + 1]!];
};

const coordinate = fc.double({ min: -5000, max: 5000, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyPoint = fc.record(
	{
		x: coordinate,
		y: coordinate,
		mode: fc.constantFrom('smooth' as const, 'corner' as const, 'bezier' as const),
		handleIn: fc.record({ x: coordinate, y: coordinate }),
		handleOut: fc.record({ x: coordinate, y: coordinate }),
		time: share,
	},
	{ requiredKeys: ['x', 'y', 'mode'] },
);
const anyTrack = fc
	.record({
		points: fc.array(anyPoint, { minLength: 1, maxLength: 12 }),
		closed: fc.boolean(),
		kind: fc.constantFrom('path' as const, 'pin' as const),
		timing: fc.record({ start: share, end: share, easing: fc.constantFrom(...easings) }),
	})
	.map((parts) => trackOf(parts.points as ControlPoint[], parts));

test('keeps the end points exactly and every sample finite, whatever the track', () => {
	fc.assert(
		fc.property(anyTrack, (track) => {
			const samples = sampleTrack(track);
			const first = track.points[0]!;
			const last = track.closed || track.kind === 'pin' ? first : track.points.at(-1)!;
			expect(samples).toHaveLength(242);
			expect(samples.every(Number.isFinite)).toBe(true);
			expect([samples[0], samples[1]]).toEqual([first.x, first.y]);
			expect([samples[240], samples[241]]).toEqual([last.x, last.y]);
		}),
		{ numRuns: 300 },
	);
});

test('a straight line runs evenly: sample 30 lies a quarter of the way', () => {
	const line = trackOf([at(0, 0), at(240, 120)]);
	expect(sample(line, 30)).toEqual([60, 30]);
	expect(sample(line, 90)[0]).toBeCloseTo(180, 9);
	expect(sample(line, 90)[1]).toBeCloseTo(90, 9);
});

test('inner points rove: uneven control points on a line change nothing', () => {
	const track = trackOf([at(0, 0), at(10, 0), at(17, 0), at(240, 0)]);
	for (let i = 0; i <= 120; i++) expect(sample(track, i)[0]).toBeCloseTo(i * 2, 1);
});

test('holds still before start and after end', () => {
	const track = trackOf([at(0, 0), at(100, 0)], {
		timing: { start: 0.25, end: 0.75, easing: 'linear' },
	});
	expect(sample(track, 29)).toEqual([0, 0]);
	expect(sample(track, 30)).toEqual([0, 0]);
	expect(sample(track, 60)).toEqual([50, 0]);
	expect(sample(track, 90)).toEqual([100, 0]);
	expect(sample(track, 119)).toEqual([100, 0]);
});

test('easing in begins slowly, easing out ends slowly, both mirror each other', () => {
	const points = [at(0, 0), at(100, 0)];
	const eased = (easing: (typeof easings)[number]) =>
		sampleTrack(trackOf(points, { timing: { start: 0, end: 1, easing } }));
	expect(eased('easeIn')[120]).toBe(25);
	expect(eased('easeOut')[120]).toBe(75);
	expect(eased('easeInOut')[120]).toBe(50);
	expect(eased('easeInOut')[60]).toBe(12.5);
});

test('a point with a time is passed at that time, with any easing', () => {
	for (const easing of easings) {
		const track = trackOf([at(0, 0), at(30, 40, { time: 0.5 }), at(300, 0)], {
			timing: { start: 0, end: 1, easing },
		});
		const [x, y] = sample(track, 60);
		expect(x).toBeCloseTo(30, 9);
		expect(y).toBeCloseTo(40, 9);
	}
});

test('two points at one place with two times hold the track there', () => {
	const track = trackOf([
		at(0, 0),
		at(50, 0, { time: 0.25 }),
		at(50, 0, { time: 0.75 }),
		at(99, 9),
	]);
	for (const i of [30, 45, 60, 89, 90]) {
		expect(sample(track, i)[0]).toBeCloseTo(50, 9);
		expect(sample(track, i)[1]).toBeCloseTo(0, 9);
	}
});

test('times out of order are raised to the time before', () => {
	const track = trackOf([at(0, 0), at(40, 0, { time: 0.8 }), at(60, 0, { time: 0.2 }), at(100, 0)]);
	const xs = sampleTrack(track).filter((_, i) => i % 2 === 0);
	expect(xs.every((x, i) => i === 0 || x >= xs[i - 1]! - 1e-9)).toBe(true);
});

test('a pin is one point 121 times', () => {
	const samples = sampleTrack(trackOf([at(7, 8)], { kind: 'pin' }));
	expect([...samples]).toEqual(Array.from({ length: 121 }, () => [7, 8]).flat());
});

test('one point, and points that all coincide, stand still', () => {
	expect(new Set(sampleTrack(trackOf([at(5, 5)])))).toEqual(new Set([5]));
	expect(new Set(sampleTrack(trackOf([at(5, 5), at(5, 5), at(5, 5)])))).toEqual(new Set([5]));
});

test('a doubled point does not bend the curve', () => {
	const single = sampleTrack(trackOf([at(0, 0), at(50, 80), at(120, 10), at(200, 60)]));
	const doubled = sampleTrack(
		trackOf([at(0, 0), at(50, 80), at(50, 80), at(120, 10), at(200, 60)]),
	);
	doubled.forEach((v, i) => {
		expect(v).toBeCloseTo(single[i]!, 9);
	});
});

test('between corners the path is straight, through a corner it turns at the point', () => {
	const track = trackOf([
		at(0, 0, { mode: 'corner' }),
		at(100, 0, { mode: 'corner' }),
		at(100, 100, { mode: 'corner' }),
	]);
	expect(sample(track, 30)).toEqual([50, 0]);
	expect(sample(track, 60)).toEqual([100, 0]);
	expect(sample(track, 90)).toEqual([100, 50]);
});

test('a smooth path has no kink: its direction changes little from sample to sample', () => {
	const samples = sampleTrack(trackOf([at(0, 0), at(100, 0), at(100, 100), at(0, 100)]));
	let largestTurn = 0;
	for (let i = 1; i < 120; i++) {
		const before = Math.atan2(
			samples[i * 2 + 1]! - samples[i * 2 - 1]!,
			samples[i * 2]! - samples[i * 2 - 2]!,
		);
		const after = Math.atan2(
			samples[i * 2 + 3]! - samples[i * 2 + 1]!,
			samples[i * 2 + 2]! - samples[i * 2]!,
		);
		const turn = Math.abs(Math.atan2(Math.sin(after - before), Math.cos(after - before)));
		largestTurn = Math.max(largestTurn, turn);
	}
	expect(largestTurn).toBeLessThan(0.25);
});

test('Bezier handles shape the segment: the classic quarter circle', () => {
	const k = 55.22847498;
	const track = trackOf([
		at(100, 0, { mode: 'bezier', handleOut: { x: 0, y: k } }),
		at(0, 100, { mode: 'bezier', handleIn: { x: k, y: 0 } }),
	]);
	const samples = sampleTrack(track);
	for (let i = 0; i <= 120; i++) {
		const angle = (i / 120) * (Math.PI / 2);
		expect(samples[i * 2]).toBeCloseTo(100 * Math.cos(angle), 0);
		expect(Math.hypot(samples[i * 2]!, samples[i * 2 + 1]!)).toBeCloseTo(100, 1);
	}
});

test('the speed along a curved path is even within 1 %', () => {
	const samples = sampleTrack(trackOf([at(0, 0), at(80, 200), at(300, 20), at(420, 180)]));
	const steps = Array.from({ length: 120 }, (_, i) =>
		Math.hypot(samples[i * 2 + 2]! - samples[i * 2]!, samples[i * 2 + 3]! - samples[i * 2 + 1]!),
	);
	const mean = steps.reduce((a, b) => a + b) / steps.length;
	for (const step of steps) expect(Math.abs(step / mean - 1)).toBeLessThan(0.01);
});

test('a closed track returns to its start and passes the closing side', () => {
	const square = trackOf(
		[at(0, 0), at(100, 0), at(100, 100), at(0, 100)].map((p) => ({
			...p,
			mode: 'corner' as const,
		})),
		{ closed: true },
	);
	expect(sample(square, 90)).toEqual([0, 100]);
	expect(sample(square, 105)).toEqual([0, 50]);
	expect(sample(square, 120)).toEqual([0, 0]);
});

test('10 000 points are sampled', () => {
	const points = Array.from({ length: 10_000 }, (_, i) => at(i, Math.sin(i / 50) * 100));
	const samples = sampleTrack(trackOf(points));
	expect(samples[240]).toBe(9999);
	expect(samples.every(Number.isFinite)).toBe(true);
});

test('10 000 points at one place and then one elsewhere are sampled', () => {
	const points = [...Array.from({ length: 9999 }, () => at(1, 1)), at(11, 1)];
	expect(sample(trackOf(points), 60)).toEqual([6, 1]);
});

test('the same track gives the same array', () => {
	const track = trackOf([at(0, 0), at(9, 9)]);
	expect(sampleTrack(track)).toBe(sampleTrack(track));
	expect(sampleTrack({ ...track })).not.toBe(sampleTrack(track));
});
