import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ControlPoint, createTrack, emptyDocument, type Track } from '../document/document.ts';
import { mapControlPoint, mapPoint, rotation, scaling, skewing } from '../geometry/affine.ts';
import { asBezier, isAligned, withHandle } from '../geometry/bezierHandles.ts';
import { createCurve, curveX, curveY } from '../geometry/curve.ts';
import { flattenTrack, nearestOnTrack } from '../trajectory/samplePath.ts';
import { sampleTrack } from '../trajectory/sampleTrack.ts';
import { alignBoxes, distributeBoxes } from './arrange.ts';
import { insertOnPath } from './insertOnPath.ts';
import { joinTracks, reverseTrack, simplifyTrack, splitTrack } from './pathEdits.ts';
import { shapeKinds, shapePaths } from './shapes.ts';
import { softTranslate } from './softTranslate.ts';
import { spreadOffsets } from './spread.ts';
import { strokePace } from './strokePace.ts';

const place = fc.record({
	x: fc.integer({ min: 0, max: 1200 }),
	y: fc.integer({ min: 0, max: 700 }),
});
const point: fc.Arbitrary<ControlPoint> = fc.oneof(
	fc.record({
		x: fc.integer({ min: 0, max: 1200 }),
		y: fc.integer({ min: 0, max: 700 }),
		mode: fc.constantFrom('smooth' as const, 'corner' as const),
	}),
	fc.record({
		x: fc.integer({ min: 0, max: 1200 }),
		y: fc.integer({ min: 0, max: 700 }),
		mode: fc.constant('bezier' as const),
		handleIn: place.map(({ x, y }) => ({ x: x / 10 - 60, y: y / 10 - 35 })),
		handleOut: place.map(({ x, y }) => ({ x: x / 10 - 60, y: y / 10 - 35 })),
	}),
);
const pathOf = (points: readonly ControlPoint[], patch: Partial<Track> = {}): Track => ({
	...createTrack(emptyDocument, 't', 'path', points),
	...patch,
});
const anyPath = fc
	.tuple(fc.array(point, { minLength: 3, maxLength: 7 }), fc.boolean())
	.map(([points, closed]) => pathOf(points, { closed }));
const runs = { numRuns: 60 };

test('reversed twice a path is itself; reversed once it has the same shape the other way', () => {
	fc.assert(
		fc.property(anyPath, (track) => {
			expect(reverseTrack(reverseTrack(track))).toEqual(track);
			const there = sampleTrack(track);
			const back = sampleTrack(reverseTrack(track));
			const last = there.length / 2 - 1;
			for (const i of [0, 30, 60, 90, last]) {
				expect(back[2 * (last - i)]).toBeCloseTo(there[2 * i]!, 0);
				expect(back[2 * (last - i) + 1]).toBeCloseTo(there[2 * i + 1]!, 0);
			}
		}),
		runs,
	);
});

test('flipped twice, or turned there and back, a point is where it was', () => {
	fc.assert(
		fc.property(point, place, fc.double({ min: -6, max: 6, noNaN: true }), (p, pivot, angle) => {
			const flip = scaling(-1, 1, pivot);
			const flipped = mapControlPoint(flip, mapControlPoint(flip, p));
			expect(flipped.x).toBeCloseTo(p.x, 9);
			const turned = mapPoint(rotation(-angle, pivot), mapPoint(rotation(angle, pivot), p));
			expect(turned.x).toBeCloseTo(p.x, 6);
			expect(turned.y).toBeCloseTo(p.y, 6);
			const kept = mapPoint(skewing(angle, 0, pivot), pivot);
			expect(kept.x).toBeCloseTo(pivot.x, 6);
		}),
		runs,
	);
});

test('a smooth point made Bezier leaves the curve as it is', () => {
	fc.assert(
		fc.property(anyPath, fc.nat(6), (track, nth) => {
			const index = nth % track.points.length;
			if (track.points[index]!.mode === 'corner') return;
			const points = track.points.map((p, i) =>
				i === index ? asBezier(track.points, track.closed, index) : p,
			);
			const before = createCurve(track.points, track.closed);
			const after = createCurve(points, track.closed);
			for (let s = 0; s < before.segmentCount; s++)
				for (const t of [0.25, 0.5, 0.75]) {
					expect(curveX(after, s, t)).toBeCloseTo(curveX(before, s, t), 6);
					expect(curveY(after, s, t)).toBeCloseTo(curveY(before, s, t), 6);
				}
		}),
		runs,
	);
});

test('a point put into a Bezier path leaves its shape as it is', () => {
	const bezier = point.filter((p) => p.mode === 'bezier');
	fc.assert(
		fc.property(
			fc.array(bezier, { minLength: 2, maxLength: 5 }),
			fc.boolean(),
			fc.nat(4),
			fc.double({ min: 0.05, max: 0.95, noNaN: true }),
			(points, closed, nth, t) => {
				const track = pathOf(points, { closed });
				const before = createCurve(points, closed);
				const segment = nth % before.segmentCount;
				const at = { x: curveX(before, segment, t), y: curveY(before, segment, t) };
				const { point: made, from, to } = insertOnPath(track, segment, t, at)!;
				const next = (segment + 1) % points.length;
				const changed = points.map((p, i) =>
					i === segment
						? { ...from, ...(i === next && { handleIn: to.handleIn }) }
						: i === next
							? to
							: p,
				) as ControlPoint[];
				const after = createCurve(
					[...changed.slice(0, segment + 1), made, ...changed.slice(segment + 1)],
					closed,
				);
				for (const part of [0.25, 0.5, 0.75]) {
					expect(curveX(after, segment, part)).toBeCloseTo(curveX(before, segment, t * part), 6);
					const rest = t + (1 - t) * part;
					expect(curveY(after, segment + 1, part)).toBeCloseTo(curveY(before, segment, rest), 6);
				}
			},
		),
		runs,
	);
});

test('the handles of a pair stay in line until one is broken off', () => {
	const p: ControlPoint = {
		x: 0,
		y: 0,
		mode: 'bezier',
		handleIn: { x: -10, y: 0 },
		handleOut: { x: 20, y: 0 },
	};
	const turned = withHandle(p, 'in', { x: 0, y: -10 }, false);
	expect(turned.handleOut!.x).toBeCloseTo(0, 9);
	expect(turned.handleOut!.y).toBeCloseTo(20, 9);
	const broken = withHandle(p, 'in', { x: 0, y: -10 }, true);
	expect(broken.handleOut).toEqual({ x: 20, y: 0 });
	expect(isAligned(broken)).toBe(false);
});

test('the parts of a split path follow each other in place and time; joined they are its points', () => {
	fc.assert(
		fc.property(fc.array(point, { minLength: 3, maxLength: 7 }), (points) => {
			const track = pathOf(points);
			const [first, second] = splitTrack(track, 1, 'second');
			expect(first!.points.at(-1)).toEqual(second!.points[0]);
			expect(first!.timing.end).toBe(second!.timing.start);
			const joined = joinTracks(first!, second!);
			const places = (list: readonly ControlPoint[]) => list.map(({ x, y }) => `${x} ${y}`);
			// The ends that lie nearest are joined: another pair may coincide by chance.
			const ends = new Set(places([points[0]!, points[1]!, points.at(-1)!]));
			if (ends.size === 3) expect(places(joined.points)).toEqual(places(points));
		}),
		runs,
	);
});

test('a closed path is opened where it is split, and keeps its shape', () => {
	const corners = [
		[0, 0],
		[100, 0],
		[100, 100],
	] as const;
	const points = corners.map(([x, y]) => ({ x, y, mode: 'corner' as const }));
	const [opened, none] = splitTrack(pathOf(points, { closed: true }), 1, 'x');
	expect(none).toBeUndefined();
	expect(opened!.closed).toBe(false);
	expect(opened!.points.map((p) => [p.x, p.y])).toEqual([
		corners[1],
		corners[2],
		corners[0],
		corners[1],
	]);
});

test('joining turns the second path round where its end is nearer', () => {
	const line = (...xs: number[]) => pathOf(xs.map((x) => ({ x, y: 0, mode: 'corner' as const })));
	expect(joinTracks(line(0, 10), line(30, 20)).points.map((p) => p.x)).toEqual([0, 10, 20, 30]);
	expect(joinTracks(line(0, 10), line(-5, -9)).points.map((p) => p.x)).toEqual([-9, -5, 0, 10]);
});

test('a simplified path has fewer points and stays near', () => {
	const wavy = pathOf(
		Array.from({ length: 60 }, (_, i) => ({
			x: i * 10,
			y: 200 + 80 * Math.sin(i / 8),
			mode: 'smooth' as const,
		})),
	);
	const simple = simplifyTrack(wavy, 4);
	expect(simple.points.length).toBeLessThan(20);
	const line = flattenTrack(wavy);
	for (let i = 0; i < line.length; i += 2)
		expect(nearestOnTrack(simple, { x: line[i]!, y: line[i + 1]! }).distance).toBeLessThan(5);
});

test('softly moved neighbours follow less the farther they are, beyond the radius not at all', () => {
	const points = [0, 50, 100, 150, 300].map((x) => ({ x, y: 0, mode: 'smooth' as const }));
	const ys = softTranslate(pathOf(points), [2], 0, 40, 120).points.map((p) => p.y);
	expect(ys[2]).toBe(40);
	expect(ys[1]).toBeCloseTo(ys[3]!, 9);
	expect(ys[1]).toBeGreaterThan(ys[0]!);
	expect(ys[0]).toBeGreaterThan(0);
	expect(ys[4]).toBe(0);
});

const box = fc.record({
	x: fc.integer({ min: 0, max: 500 }),
	y: fc.integer({ min: 0, max: 500 }),
	width: fc.integer({ min: 0, max: 90 }),
	height: fc.integer({ min: 0, max: 90 }),
});
test('aligned twice is aligned once; distributed boxes have equal gaps and keep the outermost two', () => {
	fc.assert(
		fc.property(fc.array(box, { minLength: 3, maxLength: 6 }), (boxes) => {
			const left = alignBoxes(boxes, 'left');
			expect(new Set(boxes.map((b, i) => b.x + left[i]!.dx)).size).toBe(1);
			const moves = distributeBoxes(boxes, 'x');
			const order = boxes
				.map((b, i) => ({ ...b, x: b.x + moves[i]!.dx }))
				.sort((a, b) => a.x + a.width / 2 - b.x - b.width / 2);
			const gaps = order.slice(1).map((b, i) => b.x - order[i]!.x - order[i]!.width);
			if (gaps.every((gap) => gap >= 0))
				for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0]!, 6);
		}),
		runs,
	);
});

test('shapes are finite paths of two points or more, circles are round to 0.03 %', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...shapeKinds),
			place,
			place,
			fc.integer({ min: 1, max: 12 }),
			(kind, from, to, sides) => {
				for (const points of shapePaths(kind, from, to, sides).paths) {
					expect(points.length).toBeGreaterThanOrEqual(2);
					for (const p of points) expect(Number.isFinite(p.x + p.y)).toBe(true);
				}
			},
		),
		runs,
	);
	const [circle] = shapePaths('orbit', { x: 300, y: 300 }, { x: 400, y: 300 }, 1).paths;
	const line = flattenTrack(pathOf(circle!, { closed: true }));
	for (let i = 0; i < line.length; i += 2)
		expect(Math.hypot(line[i]! - 300, line[i + 1]! - 300) / 100).toBeCloseTo(1, 3);
});

test('copies are spread on both sides at the gap, at right angles to the way', () => {
	const level = pathOf([0, 100].map((x) => ({ x, y: 0, mode: 'corner' as const })));
	expect(spreadOffsets(level, 4, 10).map(({ dy }) => dy)).toEqual([10, -10, 20]);
	expect(spreadOffsets(level, 1, 10)).toEqual([]);
});

test('a stroke twice as slow in its second half passes its middle after a third of the time', () => {
	const stroke = Array.from({ length: 31 }, (_, i) => ({
		x: i * 10,
		y: 0,
		timeMs: i <= 15 ? i * 20 : 300 + (i - 15) * 40,
	}));
	const points = [0, 150, 300].map((x) => ({ x, y: 0, mode: 'smooth' as const }));
	const paced = strokePace(points, stroke, { start: 0, end: 1, easing: 'linear' }, 1.8);
	expect(paced.timing.end).toBeCloseTo(0.5, 9);
	expect(paced.points[1]!.time).toBeCloseTo(0.5 / 3, 9);
	const still = stroke.map((p) => ({ ...p, timeMs: 5 }));
	expect(strokePace(points, still, paced.timing, 5).points).toBe(points);
});
